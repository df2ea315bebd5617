"""The cells of one row, as people and spreadsheets fill them in; what is wrong is said per cell."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import TypeVar

from django.utils.translation import gettext_lazy as _

from plein.identity.imports.records import Problem, Record, Text
from plein.kernel.money import read_cents
from plein.kernel.refusal import Refusal

T = TypeVar("T")
_DUTCH = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?: 0?0:00(?::00)?)?")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T]00:00(?::00)?)?")
_OF_EXCEL = re.compile(r"\d{5}")  # days since the day below, where a column has no format
_EXCEL_BEGINS = date(1899, 12, 30)
_FORMULA = ("=", "+", "-", "@")
YES, NO = ("ja", "j", "1", "waar", "x"), ("", "nee", "n", "0", "onwaar")


class NotADay(Refusal):
    message = _("Schrijf dag, maand en jaar, bijvoorbeeld 31-12-2026.")


class Cells:
    def __init__(self, record: Record) -> None:
        self.number, self.cells = record.number, record.cells
        self.problems: list[Problem] = []
        if record.extra:
            self.complain("", _("Deze rij heeft te veel cellen. Haal de laatste weg."))

    def complain(self, column: str, text: Text) -> None:
        self.problems.append(Problem(self.number, column, text))

    def words(self, column: str, longest: int) -> str:
        found = self.cells[column]
        if not found:
            self.complain(column, _("Vul deze cel in."))
        elif len(found) > longest or not found.isprintable():
            words = _("Gebruik hoogstens {longest} letters, op één regel.")
            self.complain(column, str(words).format(longest=longest))
        elif found.startswith(_FORMULA):
            self.complain(column, _("Begin niet met =, +, - of @: dat is een formule."))
        return found

    def read(self, column: str, by: Callable[[str], T]) -> T | None:
        """What must be there, as this reads it."""
        if not self.cells[column]:
            self.complain(column, _("Vul deze cel in."))
            return None
        return self.read_if(column, by)

    def read_if(self, column: str, by: Callable[[str], T]) -> T | None:
        """None where the cell is empty or wrong."""
        if not self.cells[column]:
            return None
        try:
            return by(self.cells[column])
        except Refusal as wrong:
            self.complain(column, str(wrong))
            return None

    def cents(self, column: str) -> int:
        return self.read_if(column, read_cents) or 0

    def days(self, column: str) -> tuple[date, ...]:
        """Several, with a space, a comma or a semicolon between them."""
        parts = [part for part in re.split(r"[ ,;]+", self.cells[column]) if part]
        try:
            return tuple(read_day(part) for part in parts)
        except NotADay as wrong:
            self.complain(column, str(wrong))
            return ()

    def count(self, column: str, most: int) -> int:
        text = self.cells[column] or "0"
        if text.isdecimal() and len(text) <= 2 and int(text) <= most:  # noqa: PLR2004
            return int(text)
        self.complain(column, str(_("Vul een getal in van 0 tot {most}.")).format(most=most))
        return 0

    def is_yes(self, column: str) -> bool:
        text = self.cells[column].lower()
        if text not in (*YES, *NO):
            self.complain(column, _("Schrijf ja of nee."))
        return text in YES


def read_day(text: str) -> date:
    """31-12-2026, 2026-12-31, or the number of a spreadsheet. Raises `NotADay`."""
    try:
        if found := _DUTCH.fullmatch(text):
            day, month, year = map(int, found.groups())
            return date(year, month, day)
        if found := _ISO.fullmatch(text):
            return date(*map(int, found.groups()))
    except ValueError:
        raise NotADay from None
    if _OF_EXCEL.fullmatch(text):
        return _EXCEL_BEGINS + timedelta(days=int(text))
    raise NotADay
