"""Households of a municipality's own, from a CSV: a row per household, a column per fact.

Without names and numbers of persons: a column that looks like BSNs is refused whatever it is
called. Nothing of the file is kept, and no cell of it comes back in an answer.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

import numpy as np
from django.utils.translation import gettext_lazy as _

from plein.kernel.bsn import Bsn, NotABsn
from plein.kernel.csv_rows import read_rows
from plein.kernel.refusal import Refusal
from plein.policy.cells import Wrong, read_column
from plein.policy.invented import nought
from plein.policy.kinds import Column, Columns
from plein.rules.book import RuleBook
from plein.rules.population import CHUNK

MOST_BYTES, MOST_ROWS = 60 * 1024 * 1024, 200_000
_NUMBER_OF_A_PERSON = re.compile(r"\d{8,9}")
_NAME = re.compile(r"[a-z][a-z0-9_ ]{0,59}")
LOOKED_AT = 1000  # cells of a column, to see what it holds
MOST_PROBLEMS = 1000  # of a column in one batch
LONGER = _("Deze rij heeft meer cellen dan de eerste rij.")


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
    rows = read_rows(upload)
    names = [name.lower() for name in next(rows, (0, []))[1]]
    while names and not names[-1]:
        names.pop()
    batch = list(islice(rows, CHUNK))
    if not batch:
        raise FileIsEmpty
    _refuse_persons(names, [cells for _number, cells in batch[:LOOKED_AT]])
    _refuse_columns(names, asks, must)
    parts, size = _Parts(names, book), 0
    while batch:
        size += len(batch)
        if size > MOST_ROWS:
            raise FileTooLarge
        parts.add(batch)
        batch = list(islice(rows, CHUNK))
    columns, absent = parts.columns(), tuple(sorted(set(asks) - set(names)))
    columns |= {name: nought(book, name, size) for name in absent}
    return Households(columns, size, absent)


def _refuse_persons(names: list[str], rows: list[list[str]]) -> None:
    width = max(len(names), *(len(cells) for cells in rows))
    wrong = [_called(names, place) for place in range(width) if _holds_persons(rows, place)]
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


class _Parts:
    """The columns batch by batch, so that not all cells are in memory at once."""

    def __init__(self, names: Sequence[str], book: RuleBook) -> None:
        self.facts = [book.facts[name] for name in names]
        self.read: dict[str, list[Column]] = {name: [] for name in names}
        self.problems: list[Problem] = []

    def add(self, batch: Sequence[tuple[int, list[str]]]) -> None:
        width = len(self.facts)
        for number, cells in batch:
            if any(cells[width:]):
                self.problems.append(Problem(number, "", LONGER))
        for place, fact in enumerate(self.facts):
            cells = [own[place] if place < len(own) else "" for _number, own in batch]
            try:
                self.read[fact.name].append(read_column(fact, cells))
            except Wrong as wrong:
                found = (Problem(batch[at][0], fact.name, why) for at, why in wrong.cells)
                self.problems += islice(found, MOST_PROBLEMS)

    def columns(self) -> Columns:
        """Raises `RowsDiffer`."""
        if self.problems:
            raise RowsDiffer(sorted(self.problems, key=lambda each: each.row))
        return {name: np.concatenate(parts) for name, parts in self.read.items()}
