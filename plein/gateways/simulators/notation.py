"""How `people.yaml` writes what depends on the day it is asked.

`!day today-28y-3m`      from today, by years, months and days, in that order of the text
`!day month-6m`          the first day of a month; `monthend-6m` is its last
`!day 2017-04-12`        a fixed day; `2017-04`, `2017` and `unknown` are dates as the BRP has them
`!year -1`               last year
`!cents 12345`           an amount, for the sources that wrap it
`!monthly {first: -18, last: -7, each: {...}}`   the same for each of those months
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from plein.gateways.partial_date import PartialDate

_RELATIVE = re.compile(r"(today|monthend|month)((?:[+-]\d+[dmy])*)")
_STEP = re.compile(r"([+-]\d+)([dmy])")
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Day:
    text: str

    def on(self, today: date) -> PartialDate:
        match = _RELATIVE.fullmatch(self.text)
        if match is None:
            return _fixed(self.text)
        anchor, steps = match.groups()
        day = today if anchor == "today" else today.replace(day=1)
        for amount, unit in _STEP.findall(steps):
            day = _moved(day, int(amount), unit)
        return PartialDate.of(_last_of_month(day) if anchor == "monthend" else day)


@dataclass(frozen=True, slots=True)
class Year:
    offset: int


@dataclass(frozen=True, slots=True)
class Cents:
    amount: int


@dataclass(frozen=True, slots=True)
class Monthly:
    first: int
    last: int
    each: dict[str, Any]

    def on(self, today: date) -> list[dict[str, Any]]:
        return [
            {
                "DatBIko": Day(f"month{offset:+d}m").on(today),
                "DatEIko": Day(f"monthend{offset:+d}m").on(today),
                **self.each,
            }
            for offset in range(self.first, self.last + 1)
        ]


def resolve(value: Any, today: date) -> Any:
    """The same, with every day and year filled in."""
    match value:
        case Day():
            return value.on(today)
        case Year():
            return today.year + value.offset
        case Monthly():
            return resolve(value.on(today), today)
        case dict():
            return {key: resolve(inner, today) for key, inner in value.items()}
        case list():
            return [resolve(inner, today) for inner in value]
    return value


def _fixed(text: str) -> PartialDate:
    return PartialDate() if text == "unknown" else PartialDate(*map(int, text.split("-")))


def _moved(day: date, amount: int, unit: str) -> date:
    """A month later on the 31st is the last day of a shorter month."""
    if unit == "d":
        return day + timedelta(days=amount)
    months = day.year * _MONTHS + day.month - 1 + amount * (_MONTHS if unit == "y" else 1)
    year, month = divmod(months, _MONTHS)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def _last_of_month(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])
