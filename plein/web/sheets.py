"""Files for a spreadsheet: nothing in them can become a formula."""

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from io import BytesIO, StringIO

from django.http import HttpResponse
from xlsxwriter import Workbook

_BELOW_ZERO = re.compile(r"-\d+(,\d+)?")
MOST_TITLE = 31  # letters in the name of a sheet
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


XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def xlsx_file(
    name: str, sheets: Mapping[str, Sequence[Sequence[str | int | Decimal | None]]]
) -> HttpResponse:
    """A workbook: a sheet for each name, its first row the head. Texts stay texts."""
    out = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(out, options) as book:
        bold = book.add_format({"bold": True})
        for title, (head, *rows) in sheets.items():
            sheet = book.add_worksheet(title[:MOST_TITLE])
            sheet.write_row(0, 0, head, bold)
            for number, row in enumerate(rows, start=1):
                sheet.write_row(number, 0, row)
            sheet.autofit()
    response = HttpResponse(out.getvalue(), content_type=XLSX)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def harmless(cell: str) -> str:
    """A quote in front of what a spreadsheet would calculate; a number below zero it adds up."""
    if _BELOW_ZERO.fullmatch(cell):
        return cell
    return f"'{cell}" if cell.startswith(_STARTS_A_FORMULA) else cell
