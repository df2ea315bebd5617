"""The result in the words and amounts of the page."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import numpy as np
from django.utils.translation import gettext_lazy as _

from plein.insight.course import MonthOfMoney
from plein.insight.payments import Kind
from plein.insight.sweep import Cliff, Sweep, sweep
from plein.web.resident.money.picture import line_of
from plein.web.resident.money.what_if.event_form import MOST_HOURS
from plein.web.resident.money.what_if.result import Result, Turn
from plein.web.resident.money.words import LABELS, cents

STEP = 4  # hours between the rows of the table
SOURCES = LABELS | {Kind.HOLIDAY: _("Vakantiegeld dat u opbouwt")}


def months_shown(result: Result) -> list[dict[str, Any]]:
    """Each month with and without; `right` and `paid` are what the picture draws."""
    pairs = zip(result.without, result.course, strict=True)
    return [_pair(before, after) for before, after in pairs]


def _pair(before: MonthOfMoney, after: MonthOfMoney) -> dict[str, Any]:
    now, then = cents(before.total), cents(after.total)
    return {
        "first": after.first,
        "now": now,
        "then": then,
        "difference": then - now,
        "account": cents(after.paid),
        "is_gap": after.is_short,
        "right": then,
        "paid": now,
    }


def month_shown(result: Result, month: date) -> dict[str, Any]:
    """One month by source, with what goes out and what is left."""
    place = result.months.index(month)
    before, after = result.without[place], result.course[place]
    kinds = [kind for kind in Kind if kind in before.due or kind in after.due]
    return {
        "first": month,
        "lines": [
            amounts_of(SOURCES[kind], before.due.get(kind), after.due.get(kind)) for kind in kinds
        ],
        "total": amounts_of("", before.total, after.total),
        "spent": amounts_of("", before.spent, after.spent),
        "left": amounts_of("", before.left, after.left),
    }


def amounts_of(label: Any, before: Decimal | None, after: Decimal | None) -> dict[str, Any]:
    now, then = cents(before or Decimal(0)), cents(after or Decimal(0))
    difference = then - now
    return {
        "label": label,
        "now": now,
        "then": then,
        "difference": difference,
        "size": abs(difference),
    }


def turns_shown(turns: Sequence[Turn]) -> list[dict[str, Any]]:
    return [_turn(turn) for turn in turns]


def _turn(turn: Turn) -> dict[str, Any]:
    shown: dict[str, Any] = {"marks": turn.marks, "counts": False}
    if turn.before and turn.after:
        change = amounts_of("", turn.before.total, turn.after.total)
        shown |= change | {"counts": True, "before": turn.before.first, "after": turn.after.first}
    return shown


def curve_shown(result: Result, month: date, chosen: int | None) -> dict[str, Any]:
    """What is left over the hours of work, in a year like the month that is shown."""
    hourly, work = result.hourly(month), result.works_in(month)
    curve = sweep(result.found.rules, result.then, month, hourly, np.arange(MOST_HOURS + 1.0))
    hours = chosen if chosen is not None else (work.hours if work else 0)
    return {
        "hours": hours,
        "most": MOST_HOURS,
        "hourly": cents(hourly),
        "total": _at(curve, hours),
        "more": _at(curve, hours) - _at(curve, 0),
        "rows": [_row(curve, place) for place in range(0, MOST_HOURS + 1, STEP)],
        "cliffs": [_cliff(each) for each in curve.cliffs()],
        "picture": line_of(list(curve.total), hours),
    }


def _row(curve: Sweep, hours: int) -> dict[str, Any]:
    total = _at(curve, hours)
    return {"hours": hours, "total": total, "more": total - _at(curve, 0)}


def _at(curve: Sweep, hours: int) -> int:
    return cents(Decimal(float(curve.total[hours])))


def _cliff(each: Cliff) -> dict[str, Any]:
    return {
        "hours": int(each.hours),
        "loss": cents(Decimal(each.loss)),
        "because": LABELS[each.because],
    }
