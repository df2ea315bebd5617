"""Files for a spreadsheet: nothing in them can become a formula."""

import csv
import re
from collections.abc import Iterable, Sequence
from io import StringIO

from django.http import HttpResponse

_BELOW_ZERO = re.compile(r"-\d+(,\d+)?")
_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_file(name: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> HttpResponse:
    """A CSV as Dutch spreadsheets read it: semicolons, UTF-8 with a mark."""
    out = StringIO()
    writer = csv.writer(out, delimiter=";")
    writer.writerow(head)
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    response = HttpResponse("\N{ZERO WIDTH NO-BREAK SPACE}" + out.getvalue())
    response.headers["Content-Type"] = "text/csv; charset=utf-8"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def harmless(cell: str) -> str:
    """A quote in front of what a spreadsheet would calculate; a number below zero it adds up."""
    if _BELOW_ZERO.fullmatch(cell):
        return cell
    return f"'{cell}" if cell.startswith(_STARTS_A_FORMULA) else cell
