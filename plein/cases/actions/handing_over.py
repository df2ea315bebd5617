"""An organisation that takes part has the turn for a while, and gives it back.

The term runs on meanwhile: work of a partner is ours towards the resident (Awb 4:15 names only
what the resident, or somebody abroad, still has to send).
"""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.cases.actions.moving import locked, move, note_term
from plein.cases.models import Case, Participation
from plein.cases.terms import TermKind
from plein.inbox import event_words as said
from plein.inbox.timeline import tell
from plein.journeys.phases import Phase
from plein.kernel.actor import Actor
from plein.kernel.clock import local_day
from plein.kernel.refusal import Refusal


class TakesNoPart(Refusal):
    message = _("Deze organisatie werkt niet mee aan deze aanvraag. Laat haar eerst meewerken.")


class NotTheirTurn(Refusal):
    message = _("De gemeente is nu aan de beurt, en niet deze organisatie.")


@transaction.atomic
def wait_for_other(case: Case, participation: Participation, *, by: Actor, at: datetime) -> Case:
    """Raises `TakesNoPart` and `MoveNotAllowed`."""
    case = locked(case)
    running = Participation.objects.on(local_day(at)).filter(
        dossier=case.dossier_id, parts__contains=[case.case_type.key]
    )
    partner = running.select_related("organisation").filter(pk=participation.pk).first()
    if partner is None:
        raise TakesNoPart
    if case.suspended_since is not None:
        note_term(case, TermKind.RESUMED, at=at)
    case.waits_for = partner.organisation
    move(case, case.case_type.read.station_of(Phase.WAITING_OTHER), by=by, at=at)
    tell(said.PARTNER_TURN, case.topic, by=by, at=at, partner=partner.organisation.name)
    return case


@transaction.atomic
def hand_back(case: Case, *, by: Actor, at: datetime) -> Case:
    """By the organisation, or by staff who go on without it. Raises `NotTheirTurn`."""
    case = locked(case)
    if case.waits_for is None:
        raise NotTheirTurn
    name = case.waits_for.name
    move(case, case.case_type.read.station_of(Phase.IN_REVIEW), by=by, at=at)
    tell(said.PARTNER_READY, case.topic, by=by, at=at, partner=name)
    return case
