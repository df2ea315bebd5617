"""Another organisation takes over an aanvraag, because the resident lives elsewhere now."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from plein.audit.actions import record
from plein.cases.actions.handing_over import hand_back
from plein.cases.actions.participating import ENDED, set_parts, take_in
from plein.cases.models import Case, Dossier, Participation
from plein.kernel.actor import Actor
from plein.kernel.clock import local_day
from plein.tenants.models import Organisation


@transaction.atomic
def replace_partners(
    case: Case, former: Sequence[Participation], other: Organisation, *, by: Actor, at: datetime
) -> None:
    """For this aanvraag only, for the same purpose and as long."""
    dossier = Dossier.objects.select_for_update(of=["self"]).get(pk=case.dossier_id)
    part = case.case_type.key
    like = former[0]
    take_in(
        dossier,
        other,
        part,
        purpose=like.purpose,
        basis=like.basis,
        until=like.until,
        by=by,
        at=at,
    )
    for each in former:
        _let_go(each, part, by=by, at=at)
        if case.waits_for_id == each.organisation_id:
            hand_back(case, by=by, at=at)


def _let_go(former: Participation, part: str, *, by: Actor, at: datetime) -> None:
    """No access from the next request on."""
    former = Participation.objects.select_for_update().get(pk=former.pk)
    if rest := set(former.parts) - {part}:
        set_parts(former, rest, by=by, at=at)
        return
    former.until, former.ended_because = local_day(at), _("De inwoner is verhuisd.")
    former.save(update_fields=["until", "ended_because"])
    record(ENDED, on=former, by=by, at=at)
