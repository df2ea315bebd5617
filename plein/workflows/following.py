"""What starts with a decision: a budget, an appointment, help of an organisation nearby.

Each once. What does not work out keeps no decision back: it stands for staff, to do by hand.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.utils.translation import gettext_lazy as _

from plein.appointments.actions.offering import offer
from plein.appointments.models import AppointmentKind
from plein.audit.actions import Purpose
from plein.cases.actions.participating import take_in
from plein.cases.models import Case, Decision, Dossier, FollowUp, FollowUpKind
from plein.cases.routing import WORDS, Because, route
from plein.identity.models import Staff
from plein.inbox import event_words as said
from plein.inbox.timeline import tell
from plein.intake.actions.following import set_tasks
from plein.intake.answers import Answers, open_answers
from plein.intake.models import Application
from plein.journeys.outcomes import Result
from plein.journeys.taking_part import Partner
from plein.journeys.task_templates import Starts
from plein.kernel.clock import local_day
from plein.kernel.refusal import Refusal
from plein.workflows.granting import grant_scheme

WHY = Purpose("om klaar te zetten wat u nu kunt doen", "Awb art. 3:2")
CHOOSE_WITHIN = timedelta(days=14)  # a time for an appointment


class NoSuchAppointment(Refusal):
    message = _("De afspraak ‘{name}’ bestaat niet. Stel zelf een andere afspraak voor.")


class NobodyNearby(Refusal):
    message = _("{why}")


class StartByHand(Refusal):
    message = _("Kijk na waarop wij betalen, en start de uitkering.")


Starting = Callable[[Decision, Result, Staff, datetime], str]


def follow(decision: Decision, *, by: Staff, at: datetime) -> list[FollowUp]:
    """In the transaction of the decision; a second time it does nothing."""
    case = decision.case
    result = case.case_type.read.result(decision.result)
    if result.gives and hasattr(decision, "provision"):
        tell(said.PROVISION_GIVEN, case.topic, by=by.actor, at=at, what=result.gives)
    if result.is_favourable:
        _set_tasks(case, by, at)
    done = set(decision.follow_ups.values_list("kind", flat=True))
    return [
        _start(decision, result, kind, by, at)
        for kind, is_wanted in _wanted(result).items()
        if is_wanted and kind not in done
    ]


def _set_tasks(case: Case, by: Staff, at: datetime) -> None:
    """What the resident does next; the answers are opened where a task is set by a decision."""
    if any(task.starts == Starts.DECISION for task in case.case_type.read.tasks):
        application = Application.objects.filter(case=case).select_related("resident").first()
        answers = Answers()
        if application:
            actor, number = by.actor, case.number
            answers = open_answers(application, by=actor, at=at, purpose=WHY, case=number)
        set_tasks(case, Starts.DECISION, answers, by=by.actor, at=at)


def _wanted(result: Result) -> dict[FollowUpKind, bool]:
    return {
        FollowUpKind.BUDGET: bool(result.budget),
        FollowUpKind.APPOINTMENT: bool(result.appointment),
        FollowUpKind.HAND_OVER: result.hands_over,
        FollowUpKind.BENEFIT: result.benefit,
    }


def _start(
    decision: Decision, result: Result, kind: FollowUpKind, by: Staff, at: datetime
) -> FollowUp:
    try:
        what = STARTS[kind](decision, result, by, at)
    except Refusal as refusal:
        what = _named(result, kind)
        tell(said.FOLLOWS_BY_HAND, decision.case.topic, by=by.actor, at=at)
        return _note(decision, kind, what, is_done=False, because=str(refusal))
    return _note(decision, kind, what, is_done=True)


def _named(result: Result, kind: FollowUpKind) -> str:
    names = {FollowUpKind.BUDGET: result.budget, FollowUpKind.APPOINTMENT: result.appointment}
    return names.get(kind, "")


def _note(
    decision: Decision, kind: FollowUpKind, what: str, *, is_done: bool, because: str = ""
) -> FollowUp:
    return FollowUp.objects.create(
        decision=decision, kind=kind, what=what, is_done=is_done, because=because
    )


def _grant(decision: Decision, result: Result, by: Staff, at: datetime) -> str:
    grant_scheme(result.budget, decision.case, by=by.actor, at=at)
    return result.budget


def _offer(decision: Decision, result: Result, by: Staff, at: datetime) -> str:
    kind = AppointmentKind.objects.filter(name=result.appointment).first()
    if kind is None:
        raise NoSuchAppointment(name=result.appointment)
    offer(
        kind,
        decision.case.topic,
        why=f"{result.resident}.",
        due_on=local_day(at) + CHOOSE_WITHIN,
        by=by.actor,
        at=at,
    )
    return kind.name


def _hand_over(decision: Decision, result: Result, by: Staff, at: datetime) -> str:
    """To whom works where the resident lives; on the ground that the journey names."""
    case = decision.case
    routed = route(case, by=by.actor, at=at)
    if routed.organisation is None:
        raise NobodyNearby(why=WORDS[routed.because or Because.NOBODY])
    partner = _partner_of(case)
    dossier = Dossier.objects.select_for_update(of=["self"]).get(pk=case.dossier_id)
    take_in(
        dossier,
        routed.organisation,
        case.case_type.key,
        purpose=partner.purpose if partner else result.resident,
        basis=partner.basis if partner else case.case_type.read.law,
        by=by.actor,
        at=at,
    )
    name = routed.organisation.name
    tell(said.PARTNER_IN, case.topic, by=by.actor, at=at, partner=name)
    return name


def _benefit(_decision: Decision, _result: Result, _by: Staff, _at: datetime) -> str:
    """A person looks at what it is paid on before it starts: see `awarding`."""
    raise StartByHand


def _partner_of(case: Case) -> Partner | None:
    return next((each for each in case.case_type.read.partners if each.by_area), None)


STARTS: dict[FollowUpKind, Starting] = {
    FollowUpKind.BUDGET: _grant,
    FollowUpKind.APPOINTMENT: _offer,
    FollowUpKind.HAND_OVER: _hand_over,
    FollowUpKind.BENEFIT: _benefit,
}
