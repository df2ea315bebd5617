"""Bereik: whom a regeling reaches, what for, who sold it, and how long the pot lasts."""

from collections.abc import Mapping
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from plein.identity.roles import Right
from plein.kernel.money import bare_euros
from plein.web.desk.charts import lines
from plein.web.policies import staff_may
from plein.web.request import StaffRequest
from plein.web.sheets import csv_file, xlsx_file
from plein.webshop.models import SchemePeriod
from plein.webshop.queries.reach import STEPS, Reach, reach_of
from plein.webshop.queries.use import Share, by_category, by_provider, forecast

HIDDEN = "<10"


@staff_may(Right.SEE_FIGURES)
@require_GET
def show(request: StaffRequest, period_id: UUID) -> HttpResponse:
    period = _period(period_id)
    ahead = forecast(period, request.today)
    context = {
        "period": period,
        "steps": STEPS.values(),
        "tables": [_table(reach) for reach in reach_of(period)],
        "categories": by_category(period),
        "providers": by_provider(period),
        "forecast": ahead,
        "picture": lines([m.granted for m in ahead.months], [m.spent for m in ahead.months]),
    }
    return render(request, "web/desk/schemes/reach.html", context)


def _table(reach: Reach) -> dict[str, object]:
    """Rows of a name and, in the order of the steps, a label and a count."""
    groups = [(group.name, group.counts) for group in reach.groups]
    return {
        "about": reach.about,
        "rows": [(name, _in_order(counts)) for name, counts in groups],
        "total": _in_order(reach.total),
    }


def _in_order(counts: Mapping[str, int | None]) -> list[tuple[object, int | None]]:
    return [(label, counts[step]) for step, label in STEPS.items()]


@staff_may(Right.SEE_FIGURES)
@require_GET
def sheet(request: StaffRequest, period_id: UUID, form: str) -> HttpResponse:
    """The same as a CSV (the steps) or a workbook (everything)."""
    period = _period(period_id)
    head, *rows = _reach_rows(reach_of(period))
    if form == "csv":
        return csv_file("bereik.csv", head, rows)
    if form != "xlsx":
        raise Http404
    sheets = {
        _("Bereik"): [head, *rows],
        _("Soorten"): _share_rows(by_category(period)),
        _("Aanbieders"): _share_rows(by_provider(period)),
        _("Pot"): _pot_rows(period, request),
    }
    return xlsx_file("bereik.xlsx", sheets)


def _reach_rows(found: list[Reach]) -> list[list[str]]:
    rows = [[_("indeling"), _("groep"), *map(str, STEPS.values())]]
    for reach in found:
        parts = [*((g.name, g.counts) for g in reach.groups), (_("samen"), reach.total)]
        rows += [[reach.about, name, *_words(counts)] for name, counts in parts]
    return rows


def _words(counts: Mapping[str, int | None]) -> list[str]:
    return [HIDDEN if counts[step] is None else str(counts[step]) for step in STEPS]


def _share_rows(shares: list[Share]) -> list[list[str]]:
    head = [_("naam"), _("stuks"), _("bedrag")]
    pieces = [HIDDEN if each.pieces is None else str(each.pieces) for each in shares]
    rows = zip(shares, pieces, strict=True)
    return [head, *([each.name, n, bare_euros(each.cents)] for each, n in rows)]


def _pot_rows(period: SchemePeriod, request: StaffRequest) -> list[list[str]]:
    months = forecast(period, request.today).months
    rows = ([f"{m.month:%Y-%m}", bare_euros(m.granted), bare_euros(m.spent)] for m in months)
    return [[_("maand"), _("toegekend tot en met"), _("besteld tot en met")], *rows]


def _period(period_id: UUID) -> SchemePeriod:
    return get_object_or_404(SchemePeriod.objects.select_related("scheme", "pot"), pk=period_id)
