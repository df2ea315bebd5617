"""Until which day: so many days before or after something that happens in the journey."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

SET, REPORTED, APPLIED, DECIDED = "opdracht", "melding", "aanvraag", "besluit"
EVENTS = frozenset({SET, REPORTED, APPLIED, DECIDED})
BIRTHDAY = re.compile(r"verjaardag_(?P<age>[0-9]{1,2})")
_DAYS = {"dag": 1, "dagen": 1, "week": 7, "weken": 7}
_WRITTEN = re.compile(
    r"(?P<event>[a-z][a-z0-9_]*)(?: (?P<sign>[+-]) (?P<number>[0-9]{1,3}) (?P<unit>[a-z]+))?"
)


@dataclass(frozen=True, slots=True)
class Due:
    """`event` is one of `EVENTS`, `verjaardag_18`, or a question that was answered with a day."""

    event: str
    days: int

    def __str__(self) -> str:
        sign = "-" if self.days < 0 else "+"
        return f"{self.event} {sign} {abs(self.days)} dagen" if self.days else self.event

    def on(self, known: Mapping[str, date]) -> date | None:
        """None where the day of the event is not known: then there is no last day."""
        day = known.get(self.event)
        return day + timedelta(days=self.days) if day else None

    @property
    def age(self) -> int | None:
        found = BIRTHDAY.fullmatch(self.event)
        return int(found["age"]) if found else None


def read_due(text: str) -> Due | None:
    """`melding + 14 dagen`, `verjaardag_18 - 8 weken`, `aanvraag`."""
    found = _WRITTEN.fullmatch(text.strip())
    if found is None or (found["unit"] and found["unit"] not in _DAYS):
        return None
    days = int(found["number"] or 0) * _DAYS.get(found["unit"] or "", 1)
    return Due(found["event"], -days if found["sign"] == "-" else days)
