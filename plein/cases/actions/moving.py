"""A case from step to step: taken up, waiting, going on, stopped. Only along the table of moves."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.cases.actions.settling import stop_asking
from plein.cases.models import Case, PhaseChange, ProposalState, TermRow
from plein.cases.terms import TermKind, term_of
from plein.identity.models import Staff
from plein.inbox import event_words as said
from plein.inbox.actions.tasks import drop_task
from plein.inbox.timeline import tell
from plein.journeys.phases import CLOSED, MOVES, WAITING, Phase
from plein.journeys.stations import Station
from plein.kernel.actor import Actor, system
from plein.kernel.clock import local_day
from plein.kernel.dutch import dutch
from plein.kernel.refusal import Refusal


class MoveNotAllowed(Refusal):
    message = _("Dit kan niet meer: de aanvraag staat op ‘{phase}’.")


class NothingToWaitFor(Refusal):
    message = _("Vraag eerst iets aan de inwoner. Anders weet niemand waarop wij wachten.")


class AlreadyExtended(Refusal):
    message = _("De termijn is al een keer verlengd.")


class WhyNeeded(Refusal):
    message = _("Schrijf op waarom. De inwoner leest dit.")


@transaction.atomic
def take_up(case: Case, *, by: Staff, at: datetime) -> Case:
    """Somebody becomes its handler, and looks at it."""
    case = locked(case)
    is_new = case.phase in (Phase.RECEIVED, Phase.REOPENED)
    if case.handler_id == by.pk and not is_new:
        return case
    case.handler = by
    if is_new:
        move(case, case.case_type.read.station_of(Phase.IN_REVIEW), by=by.actor, at=at)
    case.save()
    tell(said.CASE_HANDLER, case.topic, by=by.actor, at=at, team=by.team)
    return case


@transaction.atomic
def wait_for_resident(case: Case, *, by: Actor, at: datetime) -> Case:
    """The term stands still until all is there (Awb 4:15). Raises `NothingToWaitFor`."""
    case = locked(case)
    if not case.topic.tasks.unfinished().exists():
        raise NothingToWaitFor
    move(case, case.case_type.read.station_of(Phase.WAITING_RESIDENT), by=by, at=at)
    note_term(case, TermKind.SUSPENDED, at=at)
    tell(said.CASE_SUSPENDED, case.topic, by=by, at=at)
    return case


@transaction.atomic
def go_on(case: Case, *, by: Actor, at: datetime) -> Case:
    """All is there: the term runs on."""
    case = locked(case)
    move(case, case.case_type.read.station_of(Phase.IN_REVIEW), by=by, at=at)
    note_term(case, TermKind.RESUMED, at=at)
    tell(said.CASE_RESUMED, case.topic, by=by, at=at)
    return case


@transaction.atomic
@dutch()
def go_on_when_complete(case: Case, *, at: datetime) -> Case:
    """After each hand-in: the last one that was waited for sets the term going again."""
    case = locked(case)
    if case.phase == Phase.WAITING_RESIDENT and not case.topic.tasks.with_resident().exists():
        return go_on(case, by=system(str(_("automatisch"))), at=at)
    return case


@transaction.atomic
def extend(case: Case, why: str, *, by: Actor, at: datetime) -> Case:
    """Once, by what the case type allows (Awb 4:14). Raises `AlreadyExtended`, `WhyNeeded`."""
    if not why.strip():
        raise WhyNeeded
    case = locked(case)
    days = case.case_type.read.may_extend
    if case.phase in CLOSED:
        raise MoveNotAllowed(phase=case.get_phase_display())
    if not days or _was_extended(case):
        raise AlreadyExtended
    note_term(case, TermKind.EXTENDED, days=days, why=why, at=at)
    tell(said.CASE_EXTENDED, case.topic, by=by, at=at, day=f"{case.last_day:%d-%m-%Y}")
    return case


@transaction.atomic
def withdraw(case: Case, *, by: Actor, at: datetime) -> Case:
    """By the resident, before a decision; what was asked is not needed any more."""
    case = locked(case)
    if case.phase not in MOVES or Phase.WITHDRAWN not in MOVES[Phase(case.phase)]:
        raise MoveNotAllowed(phase=case.get_phase_display())
    _drop_all(case, by=by, at=at)
    stop_asking(case, by=by, at=at)
    case.proposals.waiting().update(state=ProposalState.LAPSED, settled_at=at)
    case.suspended_since, case.waits_for, case.closed_at = None, None, at
    _change(case, Phase.WITHDRAWN, case.step, by=by, at=at)
    tell(said.CASE_WITHDRAWN, case.topic, by=by, at=at)
    return case


@transaction.atomic
def reopen(case: Case, why: str, *, by: Actor, at: datetime) -> Case:
    """A case that was done is looked at again, within a term of its own. Raises `WhyNeeded`."""
    if not why.strip():
        raise WhyNeeded
    case = locked(case)
    if Phase.REOPENED not in MOVES[Phase(case.phase)]:
        raise MoveNotAllowed(phase=case.get_phase_display())
    case.closed_at = None
    _change(case, Phase.REOPENED, case.step, by=by, at=at, why=why)
    note_term(case, TermKind.BEGUN, days=case.case_type.read.decide_within, at=at)
    tell(said.CASE_REOPENED, case.topic, by=by, at=at)
    return case


def locked(case: Case) -> Case:
    """Of one case one thing happens at a time."""
    found = Case.objects.select_for_update(of=["self"])
    return found.select_related("topic__resident", "case_type", "waits_for").get(pk=case.pk)


def move(case: Case, station: Station, *, by: Actor, at: datetime) -> None:
    """To the first station of a phase. Raises `MoveNotAllowed`."""
    if station.phase not in MOVES[Phase(case.phase)]:
        raise MoveNotAllowed(phase=case.get_phase_display())
    if station.phase not in WAITING:
        case.suspended_since = None
    if station.phase != Phase.WAITING_OTHER:
        case.waits_for = None
    _change(case, station.phase, station.key, by=by, at=at)


def _change(case: Case, phase: Phase, step: str, *, by: Actor, at: datetime, why: str = "") -> None:
    case.phase, case.step = phase, step
    case.save()
    PhaseChange.objects.create(case=case, phase=phase, step=step, at=at, team=by.team, why=why)


def note_term(
    case: Case,
    kind: TermKind,
    *,
    at: datetime,
    on: date | None = None,
    days: int = 0,
    why: str = "",
) -> None:
    """What happened to the term; the kept day follows from all of it. The case is locked."""
    rows = list(case.term_rows.order_by("number"))
    rows.append(
        TermRow.objects.create(
            case=case,
            number=len(rows) + 1,
            kind=kind,
            on=on or local_day(at),
            days=days,
            at=at,
            why=why,
        )
    )
    term = term_of(row.event for row in rows)
    case.last_day, case.suspended_since = term.last_day, term.suspended_since
    case.save(update_fields=["last_day", "suspended_since"])


def _was_extended(case: Case) -> bool:
    """Since the term began, the last time."""
    kinds = list(case.term_rows.order_by("-number").values_list("kind", flat=True))
    return TermKind.EXTENDED in kinds[: kinds.index(TermKind.BEGUN)]


def _drop_all(case: Case, *, by: Actor, at: datetime) -> None:
    for task in case.topic.tasks.unfinished():
        drop_task(task, by=by, at=at)
