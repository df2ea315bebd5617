"""Gebruik en kosten: a statement for each month that is over, and all of them as a file."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from plein.identity.roles import Right
from plein.kernel.months import months_after
from plein.metering.queries import statements
from plein.metering.statement import Statement
from plein.metering.tariff import tariff
from plein.web.desk.charts import bars
from plein.web.desk.municipality.use_words import bar, row, sheet_rows, total_rows
from plein.web.policies import staff_may
from plein.web.request import StaffRequest
from plein.web.sheets import csv_file, xlsx_file


@staff_may(Right.MANAGE_MUNICIPALITY)
@require_GET
def newest(request: StaffRequest) -> HttpResponse:
    written = statements()
    return _page(request, written, written[0] if written else None)


@staff_may(Right.MANAGE_MUNICIPALITY)
@require_GET
def show(request: StaffRequest, month: str) -> HttpResponse:
    written = statements()
    chosen = next((each for each in written if f"{each.month:%Y-%m}" == month), None)
    if chosen is None:
        raise Http404
    return _page(request, written, chosen)


@staff_may(Right.MANAGE_MUNICIPALITY)
@require_GET
def sheet(request: StaffRequest, form: str) -> HttpResponse:
    """Every month: a line for each meter; in a workbook also a line for each month."""
    written = statements()
    head, *rows = sheet_rows(written)
    if form == "csv":
        return csv_file("gebruik.csv", head, rows)
    if form != "xlsx":
        raise Http404
    sheets = {_("Gebruik"): [head, *rows], _("Per maand"): total_rows(written)}
    return xlsx_file("gebruik.xlsx", sheets)


def _page(
    request: StaffRequest, written: list[Statement], chosen: Statement | None
) -> HttpResponse:
    context = {"statements": written, "is_example": tariff().is_example}
    return render(
        request,
        "web/desk/municipality/use.html",
        context | (_compared(chosen, written) if chosen else {}),
    )


def _compared(chosen: Statement, written: list[Statement]) -> dict[str, Any]:
    """A month beside the one before it, where that was counted."""
    last = months_after(chosen.month, -1)
    before = next((each for each in written if each.month == last), None)
    pairs = list(zip(chosen.lines, before.lines if before else chosen.lines, strict=True))
    return {
        "chosen": chosen,
        "before": before,
        "rows": [row(line, earlier) for line, earlier in pairs],
        "picture": bars([bar(line, earlier if before else None) for line, earlier in pairs]),
    }
