"""Days from … until, where `until` is not in it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days. `until` is exclusive; None means open ended."""

    start: date
    until: date | None = None

    def __contains__(self, day: date) -> bool:
        return self.start <= day and (self.until is None or day < self.until)


def age_on(day: date, born_on: date) -> int:
    """Whole years lived on this day. Born on 29 February counts from 1 March in other years."""
    return day.year - born_on.year - ((day.month, day.day) < (born_on.month, born_on.day))
