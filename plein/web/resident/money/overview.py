"""Mijn geld: what comes in this month, and what the coming two years look like."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from plein.insight.payments import Amount, Kind, amounts, as_paid, by_month, on_account
from plein.insight.timeline import Month
from plein.web.policies import vault_only
from plein.web.request import ResidentRequest
from plein.web.resident.money.goes_out import goes_out
from plein.web.resident.money.lines import line_of
from plein.web.resident.money.looking import Look, look
from plein.web.resident.money.picture import picture_of
from plein.web.resident.money.resting_on import (
    cannot_be_calculated,
    children_who_count,
    missing,
    tax_back,
    year_income,
)
from plein.web.resident.money.words import cents

SOON = 6  # months in sight; the others unfold
SELDOM = (Kind.CHILD_BENEFIT, Kind.HOLIDAY)  # once in a quarter or a year: the rest is no gap
ENOUGH = Decimal("0.9")


@vault_only
@require_GET
def my_money(request: ResidentRequest) -> HttpResponse:
    found = look(request)
    if not isinstance(found, Look):
        return render(request, "web/resident/money/empty.html")
    rows, now = _rows(found), found.shown[0]
    context = {
        "now": rows[0],
        "rows": rows,
        "soon": rows[:SOON],
        "later": rows[SOON:],
        "picture": picture_of(rows),
        "gaps": [row for row in rows if row["is_gap"]],
        "costs": goes_out(found, rows[0]["right"]),
        "missing": missing(found),
        "misses_partner_income": found.known.misses_partner_income,
        "children": children_who_count(found),
        "year_income": year_income(found, now),
        "tax_back": tax_back(now),
        "not_calculated": cannot_be_calculated(found.months),
        "ww_until": _ww_until(found, request.today),
    }
    return render(request, "web/resident/money/overview.html", context)


def _rows(found: Look) -> list[dict[str, Any]]:
    every = as_paid(amounts(found.months, found.household), found.known.actual, found.first)
    belongs, paid = by_month(every), on_account(every)
    monthly = [each for each in every if each.kind not in SELDOM]
    owed, on_time = by_month(monthly), on_account(monthly)
    return [
        _row(found, month, belongs.get(month.first, []), paid.get(month.first, Decimal(0)))
        | {"is_gap": _is_gap(owed.get(month.first, []), on_time.get(month.first, Decimal(0)))}
        for month in found.shown
    ]


def _is_gap(owed: list[Amount], paid: Decimal) -> bool:
    """Somebody with 90 per cent of a month on the account can still pay most of it."""
    return paid < sum(each.amount for each in owed) * ENOUGH


def _row(found: Look, month: Month, own: list[Amount], paid: Decimal) -> dict[str, Any]:
    lines = [line_of(found, month, each) for each in _in_order(own)]
    return {
        "first": month.first,
        "lines": lines,
        "right": sum(line["cents"] for line in lines),
        "paid": cents(paid),
        "is_sure": all(line["is_sure"] for line in lines),
    }


def _in_order(own: list[Amount]) -> list[Amount]:
    order = list(Kind)
    return sorted(own, key=lambda each: order.index(each.kind))


def _ww_until(found: Look, today: date) -> date | None:
    ww = found.household.applicant.ww
    return ww.until if ww and ww.until > today else None
