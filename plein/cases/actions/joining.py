"""Organisations that take part from the aanvraag on, because the journey says so."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.cases.actions.participating import take_in
from plein.cases.models import Case, Dossier
from plein.cases.routing import route
from plein.inbox import event_words as said
from plein.inbox.timeline import tell
from plein.journeys.taking_part import Partner
from plein.journeys.values import Value
from plein.kernel.actor import Actor, system
from plein.kernel.dutch import dutch
from plein.tenants.models import Organisation


@dutch()
@transaction.atomic
def join_partners(case: Case, answers: Mapping[str, Value], *, at: datetime) -> None:
    """Each once, where the answers ask for it.

    Where nobody is known, the timeline says that a person chooses.
    """
    by = system(str(_("automatisch")))
    for partner in case.case_type.in_dutch.partners:
        if partner.when and not partner.when.holds(answers):
            continue
        if organisation := _organisation(partner, case, by, at):
            _join(case, partner, organisation, by, at)
        else:
            tell(said.PARTNER_BY_HAND, case.topic, by=by, at=at)


def _organisation(partner: Partner, case: Case, by: Actor, at: datetime) -> Organisation | None:
    if partner.by_area:
        return route(case, by=by, at=at).organisation
    return Organisation.objects.filter(name=partner.organisation).first()


def _join(
    case: Case, partner: Partner, organisation: Organisation, by: Actor, at: datetime
) -> None:
    dossier = Dossier.objects.select_for_update(of=["self"]).get(pk=case.dossier_id)
    take_in(
        dossier,
        organisation,
        case.case_type.key,
        purpose=partner.purpose,
        basis=partner.basis,
        by=by,
        at=at,
    )
    tell(said.PARTNER_IN, case.topic, by=by, at=at, partner=organisation.name)
