"""A CSV file as municipalities really make it, as rows of cells."""

import csv
from collections.abc import Iterator
from io import StringIO

from django.utils.translation import gettext_lazy as _

from plein.kernel.refusal import Refusal

_EXCEL = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


class NotACsv(Refusal):
    message = _("Dit is geen CSV-bestand. Open het in Excel en kies: opslaan als CSV.")


def read_rows(upload: bytes) -> Iterator[tuple[int, list[str]]]:
    """Each filled row with its number, as a spreadsheet counts. Raises `NotACsv`."""
    text = _decoded(upload)
    try:
        for number, cells in enumerate(_csv(text), start=1):
            if any(cell.strip() for cell in cells):
                yield number, [cell.strip() for cell in cells]
    except csv.Error:
        raise NotACsv from None


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


def _csv(text: str) -> Iterator[list[str]]:
    """Cells between semicolons, commas or tabs: whatever the first line has most of."""
    first = (text.lstrip().splitlines() or [""])[0]
    separator = max(";,\t", key=first.count)
    return csv.reader(StringIO(text, newline=None), delimiter=separator)
