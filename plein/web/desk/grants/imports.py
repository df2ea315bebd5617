"""Budgets from a file: checked row by row, shown beforehand, then all of them or none."""

from collections import Counter
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET, require_http_methods

from plein.identity.imports.keeping import keep
from plein.identity.imports.records import Problem, RowsDoNotFit
from plein.identity.roles import Right
from plein.kernel.refusal import Refusal
from plein.web.desk.grants.forms import FileForm
from plein.web.policies import staff_may
from plein.web.request import StaffRequest
from plein.web.sheets import csv_file
from plein.webshop.imports.applying import check_rows
from plein.webshop.imports.booking import rows_of
from plein.webshop.imports.checking import Plan
from plein.webshop.imports.reading import COLUMNS
from plein.webshop.imports.rows import Row, RowRole
from plein.webshop.models import SchemePeriod
from plein.webshop.queries.desk import periods

MOST_SHOWN = 200  # wrong rows on one page
EXAMPLE = [
    ["A-2026-001", "999990019", "Fatima", "volwassene", "", "", "", ""],
    ["A-2026-002", "", "Noah", "kind", "2018-05", "basisschool", "999990019", "275,00"],
]


@staff_may(Right.GRANT)
@require_http_methods(["GET", "POST"])
def upload(request: StaffRequest, period_id: UUID) -> HttpResponse:
    period = _period(period_id)
    form = FileForm(request.POST or None, request.FILES or None)
    problems: list[Problem] = []
    if request.method == "POST" and form.is_valid():
        content = form.cleaned_data["file"].read()
        try:
            plan = _checked(request, rows_of(content), period)
        except RowsDoNotFit as refusal:
            problems = refusal.problems
            form.add_error("file", str(refusal))
        except Refusal as refusal:
            form.add_error("file", str(refusal))
        else:
            token = keep(content, str(period.pk), request.staff)
            return _preview(request, period, plan, token)
    context = {
        "period": period,
        "form": form,
        "problems": problems[:MOST_SHOWN],
        "hidden": max(0, len(problems) - MOST_SHOWN),
        "columns": COLUMNS,
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "web/desk/grants/import.html", context, status=status)


def _checked(request: StaffRequest, rows: list[Row], period: SchemePeriod) -> Plan:
    return check_rows(rows, period=period, by=request.actor, at=request.now)


def _preview(request: StaffRequest, period: SchemePeriod, plan: Plan, token: str) -> HttpResponse:
    """What the file would do; nothing has been done."""
    roles = Counter(each.row.role for each in plan.planned)
    context = {
        "period": period,
        "token": token,
        "plan": plan,
        "roles": [(role.label, roles[role]) for role in RowRole if role in roles],
        "left": period.pot.balance - plan.total,
    }
    return render(request, "web/desk/grants/preview.html", context)


@staff_may(Right.GRANT)
@require_GET
def example(request: StaffRequest) -> HttpResponse:
    """A file to begin with; the numbers are for tests and belong to nobody."""
    return csv_file("voorbeeld-budgetten.csv", list(COLUMNS), EXAMPLE)


def _period(period_id: UUID) -> SchemePeriod:
    return get_object_or_404(periods(), pk=period_id)
