"""The legal term to decide, from what happened: begun, suspended, extended (Awb 4:13 to 4:15).

Calendar days, and the last one counts in full. While a term is suspended no day of it goes by; the
law counts that from the day after the request, and up to the day on which it is complete.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

SATURDAY = 5


class TermKind(StrEnum):
    BEGUN = "begonnen"
    SUSPENDED = "opgeschort"
    RESUMED = "hervat"
    EXTENDED = "verlengd"


@dataclass(frozen=True, slots=True)
class TermEvent:
    """`days` is the length at the beginning, what an extension adds, and nought for the others."""

    kind: TermKind
    on: date
    days: int = 0


@dataclass(frozen=True, slots=True)
class Term:
    """`last_day` is the last day on which a decision is in time, if nothing more happens."""

    last_day: date
    suspended_since: date | None
    days_suspended: int

    @property
    def is_running(self) -> bool:
        return self.suspended_since is None

    def last_day_seen_on(self, day: date) -> date:
        """While it is suspended it moves along with the days."""
        waited = (day - self.suspended_since).days if self.suspended_since else 0
        return self.last_day + timedelta(days=max(0, waited))


def term_of(events: Iterable[TermEvent], *, to_working_day: bool = False) -> Term:
    """From the events in the order in which they happened; the last that begins it counts.

    `to_working_day` moves a last day in a weekend to the Monday after (Algemene termijnenwet
    art. 1). Suspending twice, or resuming what runs, changes nothing.
    """
    last_day, since, waited = date.min, None, 0
    for event in events:
        if event.kind is TermKind.BEGUN:
            last_day, since, waited = event.on + timedelta(days=event.days), None, 0
        elif event.kind is TermKind.SUSPENDED and since is None:
            since = event.on
        elif event.kind is TermKind.RESUMED and since is not None:
            waited += max(0, (event.on - since).days)
            since = None
        elif event.kind is TermKind.EXTENDED:
            last_day += timedelta(days=event.days)
    end = last_day + timedelta(days=waited)
    return Term(_working_day(end) if to_working_day else end, since, waited)


def _working_day(day: date) -> date:
    late = day.weekday() - SATURDAY
    return day + timedelta(days=2 - late) if late >= 0 else day
