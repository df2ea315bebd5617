"""One row: who gets a budget, and of how much. What is wrong is said per cell."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

from plein.identity.imports.records import Problem, Record, Text
from plein.identity.models import School
from plein.kernel.bsn import Bsn, NotABsn
from plein.kernel.money import NotAnAmount, read_cents

LONGEST_REFERENCE, LONGEST_NAME = 60, 40
_MONTH = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})(?:-\d{1,2})?")
_DUTCH_MONTH = re.compile(r"(?:\d{1,2}[-/])?(?P<month>\d{1,2})[-/](?P<year>\d{4})")
_POSTCODE = re.compile(r"[1-9]\d{3}( ?[A-Za-z]{2})?")
_FORMULA = ("=", "+", "-", "@")


class RowRole(models.TextChoices):
    """Whom the budget is for, seen from the applicant."""

    ADULT = "volwassene", _("volwassene")
    PARTNER = "partner", _("partner")
    CHILD = "kind", _("kind")
    HOUSEHOLD = "huishouden", _("huishouden")


@dataclass(frozen=True, slots=True)
class Row:
    """A budget to grant. `cents` is None where the amount follows from the rules."""

    number: int
    reference: str
    role: RowRole
    bsn: Bsn | None
    applicant: Bsn | None
    name: str = ""
    birth_month: date | None = None
    school: str = School.NONE
    cents: int | None = None
    area: str = ""

    @property
    def head(self) -> Bsn:
        """Whose household this is about."""
        head = self.applicant if self.role in (RowRole.PARTNER, RowRole.CHILD) else self.bsn
        if head is None:
            raise ValueError("A row names the person or the applicant.")
        return head


def read_rows(records: Iterable[Record]) -> tuple[list[Row], list[Problem]]:
    """The rows that can be read, and all that is wrong in the others."""
    rows: list[Row] = []
    problems: list[Problem] = []
    seen: dict[str, int] = {}
    for record in records:
        cells = _Cells(record)
        row = cells.row()
        first = seen.setdefault(row.reference, record.number)
        if row.reference and first != record.number:
            words = _("Dit kenmerk staat ook in rij {first}. Geef elke rij een eigen kenmerk.")
            cells.complain("kenmerk", str(words).format(first=first))
        problems += cells.problems
        if not cells.problems:
            rows.append(row)
    return rows, problems


class _Cells:
    """The cells of one record; what cannot be read becomes a problem."""

    def __init__(self, record: Record) -> None:
        self.number, self.cells = record.number, record.cells
        self.problems: list[Problem] = []
        if record.extra:
            self.complain("", _("Deze rij heeft te veel cellen. Haal de laatste weg."))

    def complain(self, column: str, text: Text) -> None:
        self.problems.append(Problem(self.number, column, text))

    def row(self) -> Row:
        role = self._role()
        row = Row(
            number=self.number,
            reference=self._words("kenmerk", LONGEST_REFERENCE, required=True),
            role=role or RowRole.ADULT,
            bsn=self._bsn("bsn"),
            applicant=self._bsn("bsn_aanvrager"),
            name=self._words("voornaam", LONGEST_NAME, required=role == RowRole.CHILD),
            birth_month=self._birth_month(required=role == RowRole.CHILD),
            school=self._school(),
            cents=self._cents(),
            area=self._area(),
        )
        if role:
            self._check_people(row)
        return row

    def _role(self) -> RowRole | None:
        text = self.cells["rol"].lower()
        if text in RowRole.values:
            return RowRole(text)
        self.complain("rol", _("Kies volwassene, partner, kind of huishouden."))
        return None

    def _words(self, column: str, longest: int, *, required: bool) -> str:
        text = self.cells[column]
        if required and not text:
            self.complain(column, _("Vul deze cel in."))
        elif len(text) > longest or not text.isprintable():
            words = _("Gebruik hoogstens {longest} letters, op één regel.")
            self.complain(column, str(words).format(longest=longest))
        elif text.startswith(_FORMULA):
            self.complain(column, _("Begin niet met =, +, - of @: dat is een formule."))
        return text

    def _bsn(self, column: str) -> Bsn | None:
        try:
            return Bsn(self.cells[column]) if self.cells[column] else None
        except NotABsn as wrong:
            self.complain(column, str(wrong))
            return None

    def _birth_month(self, *, required: bool) -> date | None:
        text = self.cells["geboortemaand"]
        try:
            if text or required:
                return read_month(text)
        except ValueError:
            self.complain("geboortemaand", _("Schrijf jaar en maand, bijvoorbeeld 2018-05."))
        return None

    def _school(self) -> str:
        text = self.cells["school"].lower()
        known = {str(label): value for value, label in School.choices}
        school = text if text in School.values else known.get(text, "")
        if text and not school:
            self.complain("school", _("Kies geen, basisschool, voortgezet of mbo."))
        return school or School.NONE

    def _cents(self) -> int | None:
        text = self.cells["bedrag"]
        if not text:
            return None
        try:
            if cents := read_cents(text):
                return cents
        except NotAnAmount as wrong:
            self.complain("bedrag", str(wrong))
            return None
        self.complain("bedrag", _("Een budget is meer dan 0 euro. Maak de cel anders leeg."))
        return None

    def _area(self) -> str:
        """The figures of a postcode; its letters are not kept."""
        text = self.cells.get("postcode", "")
        if not text or _POSTCODE.fullmatch(text):
            return text[:4]
        self.complain("postcode", _("Schrijf een postcode, bijvoorbeeld 7811 of 7811 AB."))
        return ""

    def _check_people(self, row: Row) -> None:
        """Whether the right numbers are there for this role, and nowhere else."""
        for column in ("bsn", "bsn_aanvrager"):
            filled, needed = bool(self.cells[column]), column in NEEDED[row.role]
            if needed and not filled:
                self.complain(column, _("Vul deze cel in."))
            elif filled and not needed and not _same(row):
                self.complain(column, NOT_NEEDED[column])
        for bsn in (row.bsn, row.applicant):
            if bsn and bsn.reveal() in re.sub(r"[ .]", "", row.reference):
                self.complain("kenmerk", _("Zet geen burgerservicenummer in het kenmerk."))
        if row.role == RowRole.PARTNER and row.bsn and _same(row):
            self.complain("bsn", _("De partner en de aanvrager zijn dezelfde persoon."))


NEEDED = {
    RowRole.ADULT: {"bsn"},
    RowRole.PARTNER: {"bsn", "bsn_aanvrager"},
    RowRole.CHILD: {"bsn_aanvrager"},
    RowRole.HOUSEHOLD: {"bsn"},
}
NOT_NEEDED = {
    "bsn": _("Een kind heeft geen burgerservicenummer nodig. Maak deze cel leeg."),
    "bsn_aanvrager": _("Maak deze cel leeg. Alleen een partner of kind heeft een aanvrager."),
}


def _same(row: Row) -> bool:
    return row.bsn == row.applicant


def read_month(text: str) -> date:
    """The first of the month: 2018-05, 05-2018, and also with a day. Raises ValueError."""
    found = _MONTH.fullmatch(text) or _DUTCH_MONTH.fullmatch(text)
    if not found:
        raise ValueError(text)
    return date(int(found["year"]), int(found["month"]), 1)
