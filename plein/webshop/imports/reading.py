"""A CSV file as municipalities really make it, as rows of named cells."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import StringIO

from django.utils.translation import gettext_lazy as _

from plein.kernel.refusal import Refusal

COLUMNS = (
    "kenmerk",
    "bsn",
    "voornaam",
    "rol",
    "geboortemaand",
    "school",
    "bsn_aanvrager",
    "bedrag",
)
MOST_BYTES = 5 * 1024 * 1024
MOST_ROWS = 50_000
_EXCEL = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


class FileIsEmpty(Refusal):
    message = _("Dit bestand is leeg. Kies een bestand met op elke rij een budget.")


class FileTooLarge(Refusal):
    message = _("Dit bestand is te groot. Het mag 5 MB zijn, met hoogstens 50.000 rijen.")


class NotACsv(Refusal):
    message = _("Dit is geen CSV-bestand. Open het in Excel en kies: opslaan als CSV.")


class ColumnsDiffer(Refusal):
    message = _("De eerste rij klopt niet. {what} Kijk naar het voorbeeld.")


@dataclass(frozen=True, slots=True)
class Record:
    """One row; `number` as a spreadsheet counts, `extra` where there are too many cells."""

    number: int
    cells: Mapping[str, str]
    extra: bool = False


def read_records(upload: bytes) -> list[Record]:
    """The rows below the header; empty rows are left out.

    Raises `FileIsEmpty`, `FileTooLarge`, `NotACsv` and `ColumnsDiffer`.
    """
    if len(upload) > MOST_BYTES:
        raise FileTooLarge
    text = _decoded(upload)
    if not text.strip():
        raise FileIsEmpty
    lines = _lines(text)
    header = _columns(next(lines)[1])
    records = []
    for number, cells in lines:
        records.append(_record(number, header, cells))
        if len(records) > MOST_ROWS:
            raise FileTooLarge
    if not records:
        raise FileIsEmpty
    return records


def _decoded(upload: bytes) -> str:
    """UTF-8, with or without its mark; else the Windows-1252 of Excel. Raises `NotACsv`."""
    if upload.startswith(_EXCEL) or b"\0" in upload:
        raise NotACsv
    try:
        return upload.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        return upload.decode("cp1252")
    except UnicodeDecodeError:
        raise NotACsv from None


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    """Each filled line with its number. Raises `NotACsv`."""
    try:
        for number, cells in enumerate(_csv(text), start=1):
            if any(cell.strip() for cell in cells):
                yield number, [cell.strip() for cell in cells]
    except csv.Error:
        raise NotACsv from None


def _csv(text: str) -> Iterator[list[str]]:
    """Cells between semicolons, commas or tabs: whatever the first line has most of."""
    first = text.lstrip().splitlines()[0]
    separator = max(";,\t", key=first.count)
    return csv.reader(StringIO(text, newline=None), delimiter=separator)


def _columns(header: list[str]) -> list[str]:
    """The names above the columns, in any order. Raises `ColumnsDiffer`."""
    names = [name.lower() for name in header]
    while names and not names[-1]:
        names.pop()
    complaints = (
        (_("Deze kolom kennen wij niet: {names}."), [n for n in names if n not in COLUMNS]),
        (_("Deze kolom staat er niet: {names}."), [n for n in COLUMNS if n not in names]),
        (_("Deze kolom staat er vaker: {names}."), [n for n in COLUMNS if names.count(n) > 1]),
    )
    for words, wrong in complaints:
        if wrong:
            shown = ", ".join(name[:30] or "(leeg)" for name in wrong[:8])
            raise ColumnsDiffer(what=str(words).format(names=shown))
    return names


def _record(number: int, header: list[str], cells: list[str]) -> Record:
    padded = cells + [""] * (len(header) - len(cells))
    named = dict(zip(header, padded, strict=False))
    return Record(number, named, extra=any(cells[len(header) :]))
