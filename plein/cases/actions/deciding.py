"""The decision: what it is, why, and until when somebody can object (Awb 3:46, 6:7)."""

from datetime import datetime, timedelta
from uuid import uuid4

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.cases.actions.moving import WhyNeeded, locked, move
from plein.cases.actions.providing import Given, provide
from plein.cases.models import Advice, Case, Decision
from plein.cases.weighing import NOTHING_WEIGHED, WEIGHED, Weighing
from plein.identity.gate import seal_for
from plein.identity.models import Staff
from plein.inbox import event_words as said
from plein.inbox.timeline import tell
from plein.journeys.phases import Phase
from plein.kernel.clock import local_day
from plein.kernel.refusal import Refusal

EXPLANATION = "besluit"  # element in the log of looks


class SomethingIsOpen(Refusal):
    message = _("Er staat nog iets open bij de inwoner. Bekijk dat eerst, of laat het vervallen.")


class SignatureIsAsked(Refusal):
    message = _("Er moet nog iemand tekenen. Wacht daarop, of trek de vraag in met een reden.")


class SecondLookNeeded(Refusal):
    message = _("Hierover beslissen twee mensen. Stel het besluit voor aan een collega.")


@transaction.atomic
def decide(
    case: Case,
    result: str,
    explanation: str,
    *,
    by: Staff,
    at: datetime,
    given: Given | None = None,
    confirmed_by: Staff | None = None,
    weighing: Weighing = NOTHING_WEIGHED,
    advice: Advice | None = None,
) -> Decision:
    """With what it gives, where the result gives something and `given` says how much and when.

    Raises `MoveNotAllowed`, `SomethingIsOpen`, `SignatureIsAsked`, `SecondLookNeeded`,
    `WhyNeeded` and `EndsBeforeItStarts`.
    """
    if not explanation.strip():
        raise WhyNeeded
    case, last = locked(case), confirmed_by or by
    document = case.case_type.read
    if document.decision.four_eyes and confirmed_by is None:
        raise SecondLookNeeded
    must_be_complete(case)
    move(case, document.station_of(Phase.DECIDED), by=last.actor, at=at)
    key, today, resident = uuid4(), local_day(at), case.topic.resident
    decision = Decision.objects.create(
        id=key,
        case=case,
        result=document.result(result).key,
        explanation_sealed=seal_for(resident, key, EXPLANATION, explanation),
        decided_on=today,
        decided_at=at,
        decided_by=by,
        object_until=today + timedelta(days=document.object_within),
        confirmed_by=confirmed_by,
        advice=advice,
        weighing_sealed=seal_for(resident, key, WEIGHED, weighing.written()),
    )
    if given and (what := document.result(result).gives):
        provide(decision, what, given, by=last.actor, at=at)
    tell(said.CASE_DECIDED, case.topic, by=last.actor, at=at)
    return decision


def must_be_complete(case: Case) -> None:
    """Raises `SomethingIsOpen` and `SignatureIsAsked`."""
    if case.topic.tasks.before_a_decision().exists():
        raise SomethingIsOpen
    if case.signatures.asked().exists():
        raise SignatureIsAsked


@transaction.atomic
def close(case: Case, *, by: Staff, at: datetime) -> Case:
    """After the decision, when nothing is left to do."""
    case = locked(case)
    move(case, case.case_type.read.station_of(Phase.DONE), by=by.actor, at=at)
    case.closed_at = at
    case.save(update_fields=["closed_at"])
    tell(said.CASE_CLOSED, case.topic, by=by.actor, at=at)
    return case
