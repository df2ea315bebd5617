"""A CSV file as municipalities really make it, as rows of named cells, and what is wrong in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from plein.kernel.csv_rows import read_rows
from plein.kernel.refusal import Refusal

Text = str | Promise
MOST_BYTES = 5 * 1024 * 1024
MOST_ROWS = 50_000


class FileIsEmpty(Refusal):
    message = _("Dit bestand is leeg. Kies een bestand met rijen.")


class FileTooLarge(Refusal):
    message = _("Dit bestand is te groot. Het mag 5 MB zijn, met hoogstens 50.000 rijen.")


class ColumnsDiffer(Refusal):
    message = _("De eerste rij klopt niet. {what} Kijk naar het voorbeeld.")


@dataclass(frozen=True, slots=True)
class Record:
    """One row; `number` as a spreadsheet counts, `extra` where there are too many cells."""

    number: int
    cells: Mapping[str, str]
    extra: bool = False


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong in a cell, and what to do. It never repeats what stands there."""

    row: int
    column: str
    text: Text


class RowsDoNotFit(Refusal):
    """`problems` say which rows and why."""

    message = _("Er kloppen {number} rijen niet. Er is niets veranderd.")

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(number=len({problem.row for problem in problems}))
        self.problems = list(problems)


def read_records(
    upload: bytes, columns: Sequence[str], optional: Sequence[str] = ()
) -> list[Record]:
    """The rows below the header; empty rows are left out, and so may be the optional columns.

    Raises `FileIsEmpty`, `FileTooLarge`, `NotACsv` and `ColumnsDiffer`.
    """
    if len(upload) > MOST_BYTES:
        raise FileTooLarge
    lines = read_rows(upload)
    first = next(lines, None)
    if first is None:
        raise FileIsEmpty
    header = _columns(first[1], columns, optional)
    records = []
    for number, cells in lines:
        records.append(_record(number, header, cells, optional))
        if len(records) > MOST_ROWS:
            raise FileTooLarge
    if not records:
        raise FileIsEmpty
    return records


def _columns(header: list[str], columns: Sequence[str], optional: Sequence[str]) -> list[str]:
    """The names above the columns, in any order. Raises `ColumnsDiffer`."""
    names = [name.lower() for name in header]
    while names and not names[-1]:
        names.pop()
    unknown = [name for name in names if name not in (*columns, *optional)]
    complaints = (
        (_("Deze kolom kennen wij niet: {names}."), unknown),
        (_("Deze kolom staat er niet: {names}."), [n for n in columns if n not in names]),
        (_("Deze kolom staat er vaker: {names}."), [n for n in names if names.count(n) > 1]),
    )
    for words, wrong in complaints:
        if wrong:
            shown = ", ".join(name[:30] or "(leeg)" for name in wrong[:8])
            raise ColumnsDiffer(what=str(words).format(names=shown))
    return names


def _record(number: int, header: list[str], cells: list[str], optional: Sequence[str]) -> Record:
    padded = cells + [""] * (len(header) - len(cells))
    named = dict.fromkeys(optional, "") | dict(zip(header, padded, strict=False))
    return Record(number, named, extra=any(cells[len(header) :]))
