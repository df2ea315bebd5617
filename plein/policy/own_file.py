"""Households of a municipality's own, from a CSV: a row per household, a column per fact.

Without names and numbers of persons: a column that looks like BSNs is refused whatever it is
called. Nothing of the file is kept, and no cell of it comes back in an answer.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from plein.kernel.bsn import Bsn, NotABsn
from plein.kernel.csv_rows import read_rows
from plein.kernel.refusal import Refusal
from plein.policy.cells import Wrong, read_column
from plein.policy.invented import nought
from plein.policy.kinds import Columns
from plein.rules.book import RuleBook
from plein.rules.population import CHUNK

MOST_BYTES, MOST_ROWS = 60 * 1024 * 1024, 200_000
_NUMBER_OF_A_PERSON = re.compile(r"\d{8,9}")
_NAME = re.compile(r"[a-z][a-z0-9_ ]{0,59}")
LOOKED_AT = 1000  # cells of a column, to see what it holds


class FileIsEmpty(Refusal):
    message = _("Dit bestand is leeg. Kies een bestand met op elke rij een huishouden.")


class FileTooLarge(Refusal):
    message = _("Dit bestand is te groot. Het mag 60 MB zijn, met hoogstens 200.000 huishoudens.")


class HoldsPersons(Refusal):
    message = _(
        "In kolom {columns} lijken burgerservicenummers te staan. Haal die kolom uit het bestand: "
        "wij hebben geen gegevens nodig waarmee u iemand kunt herkennen."
    )


class ColumnsDiffer(Refusal):
    message = _("De eerste rij klopt niet. {what} Kijk naar het voorbeeld.")


class RowsDiffer(Refusal):
    message = _("In dit bestand kloppen {count} cellen niet. Er is niets berekend.")

    def __init__(self, problems: Sequence["Problem"]) -> None:
        super().__init__(count=len(problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Problem:
    """`row` as a spreadsheet counts."""

    row: int
    column: str
    text: Any


@dataclass(frozen=True)
class Households:
    """`absent` are the facts that the file says nothing about: nought or no for everybody."""

    columns: Columns
    size: int
    absent: tuple[str, ...]

    def chunks(self) -> Iterator[Columns]:
        for start in range(0, self.size, CHUNK):
            yield {name: own[start : start + CHUNK] for name, own in self.columns.items()}


def read_households(
    upload: bytes, book: RuleBook, asks: Collection[str], must: Collection[str]
) -> Households:
    """A column for each fact in `asks`; those in `must` have to be there.

    Raises `FileIsEmpty`, `FileTooLarge`, `NotACsv`, `HoldsPersons`, `ColumnsDiffer`, `RowsDiffer`.
    """
    if len(upload) > MOST_BYTES:
        raise FileTooLarge
    head, *rows = list(read_rows(upload)) or [(0, [])]
    if not rows:
        raise FileIsEmpty
    if len(rows) > MOST_ROWS:
        raise FileTooLarge
    names = [name.lower() for name in head[1]]
    while names and not names[-1]:
        names.pop()
    numbers, cells = [row for row, _cells in rows], [own for _row, own in rows]
    _refuse_persons(names, cells)
    _refuse_columns(names, asks, must)
    return _read(names, numbers, cells, book, asks)


def _refuse_persons(names: list[str], rows: list[list[str]]) -> None:
    width = max(len(names), *(len(cells) for cells in rows))
    wrong = [
        _called(names, place) for place in range(width) if _holds_persons(rows[:LOOKED_AT], place)
    ]
    if wrong:
        raise HoldsPersons(columns=", ".join(wrong))


def _holds_persons(rows: list[list[str]], place: int) -> bool:
    """Most of what is filled in passes the eleven-test; by chance one number in eleven does."""
    filled = [cells[place] for cells in rows if place < len(cells) and cells[place]]
    return bool(filled) and sum(map(_is_bsn, filled)) * 2 > len(filled)


def _is_bsn(cell: str) -> bool:
    if not _NUMBER_OF_A_PERSON.fullmatch(cell):
        return False
    try:
        Bsn(cell)
    except NotABsn:
        return False
    return True


def _called(names: list[str], place: int) -> str:
    """The name of a column; its number where the first row seems to hold no names."""
    name = names[place] if place < len(names) else ""
    return name if _NAME.fullmatch(name) else str(place + 1)


def _refuse_columns(names: list[str], asks: Collection[str], must: Collection[str]) -> None:
    unknown = [_called(names, place) for place, name in enumerate(names) if name not in asks]
    double = sorted({name for name in names if names.count(name) > 1})
    missing = sorted((set(must) & set(asks)) - set(names))
    complaints = (
        (_("Deze kolom kennen wij niet: {names}."), unknown),
        (_("Deze kolom staat er vaker: {names}."), double),
        (_("Deze kolom staat er niet: {names}."), missing),
    )
    for words, wrong in complaints:
        if wrong:
            raise ColumnsDiffer(what=str(words).format(names=", ".join(wrong[:8])))


def _read(
    names: list[str],
    numbers: list[int],
    rows: list[list[str]],
    book: RuleBook,
    asks: Collection[str],
) -> Households:
    problems = [
        Problem(number, "", _("Deze rij heeft meer cellen dan de eerste rij."))
        for number, cells in zip(numbers, rows, strict=True)
        if any(cells[len(names) :])
    ]
    columns: Columns = {}
    for place, name in enumerate(names):
        cells = [own[place] if place < len(own) else "" for own in rows]
        try:
            columns[name] = read_column(book.facts[name], cells)
        except Wrong as wrong:
            problems += [Problem(numbers[each], name, why) for each, why in wrong.cells]
    if problems:
        raise RowsDiffer(sorted(problems, key=lambda each: each.row))
    absent = tuple(sorted(set(asks) - columns.keys()))
    columns |= {name: nought(book, name, len(rows)) for name in absent}
    return Households(columns, len(rows), absent)
