"""Controle: per period each step from pot to bank, what is behind it, and one line's whole way."""

from decimal import Decimal
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from plein.identity.roles import Right
from plein.kernel.money import bare_euros
from plein.tenants.scope import current
from plein.web.pages import Pages
from plein.web.policies import staff_may
from plein.web.request import StaffRequest
from plein.web.sheets import csv_file, xlsx_file
from plein.webshop.models import OrderLine, SchemePeriod
from plein.webshop.queries.accountant import SOURCES, rows_of, way_of
from plein.webshop.queries.desk import periods
from plein.webshop.queries.line_way import way_of_line

ON_PAGE = 50
FORMS = ("csv", "xlsx")
HEAD = ("gemeente", "regeling", "periode", "omschrijving", "bedrag")


@staff_may(Right.SETTLE)
@require_GET
def index(request: StaffRequest) -> HttpResponse:
    return render(request, "web/desk/control/index.html", {"periods": periods()})


@staff_may(Right.SETTLE)
@require_GET
def period(request: StaffRequest, period_id: UUID) -> HttpResponse:
    found = _period(period_id)
    context = {"period": found, "way": way_of(found)}
    return render(request, "web/desk/control/period.html", context)


@staff_may(Right.SETTLE)
@require_GET
def rows(request: StaffRequest, period_id: UUID, step: str) -> HttpResponse:
    """Order and claim numbers; no person."""
    if step not in SOURCES:
        raise Http404
    found = _period(period_id)
    pages = Pages(request, rows_of(found, step), ON_PAGE)
    context = {
        "period": found,
        "label": SOURCES[step].label,
        "pages": pages,
        "shown": [_shown(row) for row in pages.rows],
    }
    return render(request, "web/desk/control/rows.html", context)


def _shown(row: Any) -> dict[str, Any]:
    """A line, a return of one, or a claim."""
    line = getattr(row, "line", row if isinstance(row, OrderLine) else None)
    return {
        "line": line,
        "number": line.order.number if line else row.number,
        "what": line.version.title if line else "",
        "provider": line.pickup.provider if line else "",
        "at": line.order.placed_at if line else row.submitted_at,
        "cents": row.cents,
    }


@staff_may(Right.SETTLE)
@require_GET
def line(request: StaffRequest, line_id: UUID) -> HttpResponse:
    lines = OrderLine.objects.select_related(
        "order", "version", "pickup__provider__organisation", "instruction__batch"
    )
    found = get_object_or_404(lines.select_related("grant__period__scheme"), pk=line_id)
    context = {"line": found, "booked": way_of_line(found)}
    return render(request, "web/desk/control/line.html", context)


@staff_may(Right.SETTLE)
@require_GET
def account(request: StaffRequest, period_id: UUID, form: str) -> HttpResponse:
    """The yearly account of a scheme, for the accountant."""
    if form not in FORMS:
        raise Http404
    found = _period(period_id)
    place = (current().name, found.scheme.name, found.name)
    name = f"jaarrekening-{found.scheme.name}-{found.name}".replace(" ", "-").lower()
    steps = way_of(found).steps
    if form == "xlsx":
        cells = [(*place, str(step.label), Decimal(step.cents).scaleb(-2)) for step in steps]
        return xlsx_file(f"{name}.xlsx", {"Jaarrekening": [HEAD, *cells]})
    rows = [[*place, str(step.label), bare_euros(step.cents)] for step in steps]
    return csv_file(f"{name}.csv", HEAD, rows)


def _period(period_id: UUID) -> SchemePeriod:
    return get_object_or_404(SchemePeriod.objects.select_related("scheme", "pot"), pk=period_id)
