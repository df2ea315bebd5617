"""The professional's light, about the legal end date; and the choices above the list."""

from collections.abc import Callable
from datetime import date
from enum import StrEnum

from django.db.models import QuerySet

from plein.cases.light import Dot
from plein.cases.models import Case
from plein.cases.phases import WAITING
from plein.identity.models import Staff
from plein.kernel.working_days import working_days_after

SOON = 5  # working days


class Choice(StrEnum):
    MINE = "mijn"
    NEW = "nieuw"
    WAITING = "wacht"
    LATE = "te-laat"
    ALL = "alle"


Filter = Callable[[QuerySet[Case], Staff, date], QuerySet[Case]]
FILTERS: dict[Choice, Filter] = {
    Choice.MINE: lambda cases, by, _day: cases.filter(handler=by),
    Choice.NEW: lambda cases, _by, _day: cases.filter(handler=None),
    Choice.WAITING: lambda cases, _by, _day: cases.filter(phase__in=sorted(WAITING)),
    Choice.LATE: lambda cases, _by, day: cases.filter(last_day__lt=day, suspended_since=None),
    Choice.ALL: lambda cases, _by, _day: cases,
}


def worklist(choice: Choice, by: Staff, day: date) -> QuerySet[Case]:
    """Running cases, the first to end on top."""
    running = Case.objects.running().order_by("last_day", "filed_at")
    return FILTERS[choice](running, by, day)


def dot_of(case: Case, day: date) -> Dot:
    """Red from the last day itself, orange within five working days. What waits is green."""
    if case.suspended_since is not None:
        return Dot.GREEN
    if day >= case.last_day:
        return Dot.RED
    return Dot.ORANGE if case.last_day <= working_days_after(day, SOON) else Dot.GREEN
