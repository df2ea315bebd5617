"""The professional's light, about the legal end date; and what somebody wants to see."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum

from django.db.models import Q, QuerySet

from plein.cases.light import Dot
from plein.cases.models import Case, FollowUp, Proposal
from plein.identity.models import Staff
from plein.journeys.phases import OPEN, WAITING
from plein.kernel.working_days import working_days_after

SOON = 5  # working days


class Choice(StrEnum):
    MINE = "mijn"
    NEW = "nieuw"
    WAITING = "wacht"
    LATE = "te-laat"
    SECOND_LOOK = "tweede-blik"
    BY_HAND = "met-de-hand"
    ALL = "alle"


Filter = Callable[[QuerySet[Case], Staff, date], QuerySet[Case]]
FILTERS: dict[Choice, Filter] = {
    Choice.MINE: lambda cases, by, _day: cases.filter(handler=by),
    Choice.NEW: lambda cases, _by, _day: cases.filter(handler=None),
    Choice.WAITING: lambda cases, _by, _day: cases.filter(phase__in=sorted(WAITING)),
    Choice.LATE: lambda cases, _by, day: cases.filter(last_day__lt=day, suspended_since=None),
    Choice.SECOND_LOOK: lambda cases, by, _day: cases.filter(
        pk__in=Proposal.objects.for_second_look_of(by).values("case")
    ),
    Choice.BY_HAND: lambda cases, _by, _day: cases.filter(
        pk__in=FollowUp.objects.by_hand().values("decision__case")
    ),
    Choice.ALL: lambda cases, _by, _day: cases,
}


DOTS = {"rood": Dot.RED, "oranje": Dot.ORANGE, "groen": Dot.GREEN}
NAMES = {"choice": "kies", "key": "soort", "phase": "fase", "dot": "stoplicht"}  # in an address


@dataclass(frozen=True, slots=True)
class Narrowing:
    """Which running cases somebody wants to see; what is empty narrows nothing."""

    choice: str = Choice.MINE
    key: str = ""  # of a case type
    phase: str = ""
    dot: str = ""  # one of `DOTS`

    @classmethod
    def read(cls, given: Mapping[str, str]) -> "Narrowing":
        """What is not known is left out, so that an old address still shows a list."""
        choice, key, phase, dot = (given.get(name, "") for name in NAMES.values())
        return cls(
            choice if choice in list(Choice) else Choice.MINE,
            key,
            phase if phase in OPEN else "",
            dot if dot in DOTS else "",
        )

    def as_dict(self) -> dict[str, str]:
        return {NAMES[name]: str(value) for name, value in asdict(self).items() if value}


def worklist(wanted: Narrowing, by: Staff, day: date) -> QuerySet[Case]:
    """Running cases, the first to end on top; what is done by hand comes after a decision."""
    every = Case.objects.all() if wanted.choice == Choice.BY_HAND else Case.objects.running()
    cases = every.order_by("last_day", "filed_at")
    if wanted.key:
        cases = cases.filter(case_type__key=wanted.key)
    if wanted.phase:
        cases = cases.filter(phase=wanted.phase)
    if wanted.dot:
        cases = cases.filter(_has_dot(DOTS[wanted.dot], day))
    return FILTERS[Choice(wanted.choice)](cases, by, day)


def dot_of(case: Case, day: date) -> Dot:
    """Red from the last day itself, orange within five working days. What waits is green."""
    if case.suspended_since is not None:
        return Dot.GREEN
    if day >= case.last_day:
        return Dot.RED
    return Dot.ORANGE if case.last_day <= working_days_after(day, SOON) else Dot.GREEN


def _has_dot(dot: Dot, day: date) -> Q:
    """As `dot_of`, for a whole table."""
    runs, soon = Q(suspended_since=None), working_days_after(day, SOON)
    if dot is Dot.RED:
        return runs & Q(last_day__lte=day)
    if dot is Dot.ORANGE:
        return runs & Q(last_day__gt=day, last_day__lte=soon)
    return ~runs | Q(last_day__gt=soon)
