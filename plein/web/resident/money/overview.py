"""Mijn geld: what comes in this month, and what the coming two years look like."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from plein.insight.payments import Amount, Kind, amounts, by_month, on_account
from plein.vault.catalogue import catalogue
from plein.web.policies import vault_only
from plein.web.request import ResidentRequest
from plein.web.resident.money.looking import Look, look
from plein.web.resident.money.picture import picture_of
from plein.web.resident.money.words import LABELS, cents

SOON = 6  # months in sight; the others unfold


@vault_only
@require_GET
def my_money(request: ResidentRequest) -> HttpResponse:
    found = look(request)
    if not isinstance(found, Look):
        return render(request, "web/resident/money/empty.html")
    every = amounts(found.months, found.household)
    rows = _rows(found, every)
    context = {
        "now": rows[0],
        "rows": rows,
        "soon": rows[:SOON],
        "later": rows[SOON:],
        "picture": picture_of(rows),
        "gaps": [row for row in rows if row["is_gap"]],
        "costs": _costs(found, found.first, rows[0]["right"]),
        "missing": _named(found.known.missing),
        "has_partner": found.household.partner is not None,
        "ww_until": _ww_until(found, request.today),
    }
    return render(request, "web/resident/money/overview.html", context)


def _rows(found: Look, every: list[Amount]) -> list[dict[str, Any]]:
    belongs, paid = by_month(every), on_account(every)
    return [
        _row(found, month.first, belongs.get(month.first, []), paid.get(month.first, Decimal(0)))
        for month in found.shown
    ]


def _row(found: Look, first: date, own: list[Amount], paid: Decimal) -> dict[str, Any]:
    is_now = first == found.first
    lines = [_line(each, found.known.actual if is_now else {}) for each in _in_order(own)]
    right = sum(line["cents"] for line in lines)
    return {
        "first": first,
        "lines": lines,
        "right": right,
        "paid": cents(paid),
        # Somebody with 90 per cent of a month on the account can still pay most of it.
        "is_gap": cents(paid) < right * 0.9,
    }


def _in_order(own: list[Amount]) -> list[Amount]:
    order = list(Kind)
    return sorted(own, key=lambda each: order.index(each.kind))


def _line(each: Amount, actual: Mapping[str, Decimal]) -> dict[str, Any]:
    is_actual = each.target in actual
    amount = actual[each.target] if is_actual else each.amount
    return {
        "label": _label(each),
        "kind": each.kind,
        "cents": cents(amount),
        "paid_on": each.paid_on,
        "is_actual": is_actual,
        "url": _explained(each) if each.target and not is_actual else "",
    }


def _label(each: Amount) -> str:
    label = str(LABELS[each.kind])
    return _("%(label)s van uw partner") % {"label": label} if each.whose else label


def _explained(each: Amount) -> str:
    return reverse(
        "my-money-explained",
        args=[each.month.year, each.month.month, each.target.replace("_", "-")],
    )


def _costs(found: Look, first: date, right: int) -> dict[str, Any]:
    """What goes out, and what is left when everything came in."""
    rows = [(name, cents(flow.in_month(first))) for name, flow in found.household.costs.items()]
    return {"rows": rows, "left": right - sum(amount for _what, amount in rows)}


def _named(keys: tuple[str, ...]) -> list[dict[str, str]]:
    """What is still missing, with the place to fill it in."""
    elements = [catalogue().elements[key] for key in keys]
    return [{"name": each.nl, "url": reverse("vault-value", args=[each.key])} for each in elements]


def _ww_until(found: Look, today: date) -> date | None:
    ww = found.household.applicant.ww
    return ww.until if ww and ww.until > today else None
