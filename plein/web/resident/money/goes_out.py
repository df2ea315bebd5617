"""What goes out in a month: what is fixed, what is paid off, and what is left after it."""

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from plein.insight.repayments import Repayment
from plein.web.resident.money.looking import Look
from plein.web.resident.money.words import cents


def goes_out(found: Look, right: int) -> dict[str, Any]:
    month = found.first
    fixed = [
        {"name": name, "cents": cents(flow.in_month(month))}
        for name, flow in found.household.costs.items()
    ]
    paid_off = [_row(each, month) for each in found.known.repayments if each.in_month(month)]
    rows = fixed + paid_off
    return {
        "rows": rows,
        "left": right - sum(row["cents"] for row in rows),
        "later": [_later(each) for each in found.known.repayments if _is_later(each, month)],
        "unknown": [_owed(each) for each in found.known.repayments if not each.term],
    }


def _row(each: Repayment, month: date) -> dict[str, Any]:
    last = each.ends_after(month)
    return {
        "name": _("Terugbetalen aan %(creditor)s") % {"creditor": each.creditor},
        "what": each.what,
        "cents": cents(each.in_month(month)),
        "open": cents(each.open),
        "due": each.due,
        "last": last if last and last > month else None,
        "url": reverse("vault-value", args=[each.element]),
    }


def _is_later(each: Repayment, month: date) -> bool:
    return bool(each.term and each.due and each.due > month and not each.in_month(month))


def _later(each: Repayment) -> dict[str, Any]:
    return _owed(each) | {"cents": cents(each.term), "due": each.due}


def _owed(each: Repayment) -> dict[str, Any]:
    return {
        "creditor": each.creditor,
        "what": each.what,
        "open": cents(each.open),
        "url": reverse("vault-value", args=[each.element]),
    }
