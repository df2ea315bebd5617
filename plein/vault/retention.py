"""How long what is kept (retention.yaml): for the page before erasing, and for its outcomes."""

import re
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import yaml
from pydantic import Field

from plein.vault.catalogue.types import Entry

_FILE = Path(__file__).with_name("retention.yaml")
_TERM = r"P(\d+)([YMD])"
_MONTHS = {"Y": 12, "M": 1}
_UNITS = {"Y": ("jaar", "jaar"), "M": ("maand", "maanden"), "D": ("dag", "dagen")}


class Rule(Entry):
    """A row. `term` and `asked` are ISO 8601 durations of one unit; `own`: the resident decides."""

    nl: str
    term: str = Field(pattern=rf"(own|{_TERM})")
    start: str = Field(alias="from")
    at: str = ""
    list: str = ""
    law: str = ""
    purposes: tuple[str, ...] = Field(alias="for", default=())
    asked: str = ""
    asked_law: str = ""
    check: bool = False

    @property
    def words(self) -> str:
        """10 jaar nadat uw uitkering stopt."""
        return self.start if self.term == "own" else f"{in_words(self.term)} {self.start}"


@cache
def rules() -> dict[str, dict[str, Rule]]:
    """Of the vault itself, and of the files of the municipality, by key."""
    found = yaml.load(_FILE.read_text(encoding="utf-8"), yaml.CSafeLoader)
    return {
        part: {key: Rule.model_validate(row) for key, row in rows.items()}
        for part, rows in found.items()
    }


def rule_for(purpose: str) -> tuple[str, Rule]:
    """The row of the file in which data for this purpose end up."""
    return next((key, rule) for key, rule in rules()["files"].items() if purpose in rule.purposes)


def day_after_term(term: str, day: date) -> date:
    """So long after this day; where the month is shorter, its last day."""
    return _moved(term, day, 1)


def day_before_term(term: str, day: date) -> date:
    return _moved(term, day, -1)


def _moved(term: str, day: date, way: int) -> date:
    number, unit = _split(term)
    if unit == "D":
        return day + timedelta(days=way * number)
    months = day.year * 12 + day.month - 1 + way * number * _MONTHS[unit]
    year, month = divmod(months, 12)
    return _last_possible(year, month + 1, day.day)


def _last_possible(year: int, month: int, day: int) -> date:
    while True:
        try:
            return date(year, month, day)
        except ValueError:
            day -= 1


def _split(term: str) -> tuple[int, str]:
    found = re.fullmatch(_TERM, term)
    if found is None:
        raise ValueError(f"{term} is no term")
    return int(found[1]), found[2]


def in_words(term: str) -> str:
    number, unit = _split(term)
    return f"{number} {_UNITS[unit][number != 1]}"
