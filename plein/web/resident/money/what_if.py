"""Wat als: a life event beside today, and what is left at every number of hours. No decision."""

from datetime import date
from decimal import Decimal
from typing import Any

import numpy as np
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from plein.insight.household import Household
from plein.insight.payments import Kind, amounts, by_month
from plein.insight.sweep import Cliff, Sweep, sweep
from plein.insight.timeline import Rules, timeline
from plein.web.policies import vault_only
from plein.web.request import ResidentRequest
from plein.web.resident.money.looking import Look, look
from plein.web.resident.money.picture import line_of
from plein.web.resident.money.what_if_form import MOST_HOURS, WhatIfForm
from plein.web.resident.money.words import LABELS, cents

STEP = 4  # hours between the rows of the table


@vault_only
@require_http_methods(["GET", "POST"])
def what_if(request: ResidentRequest) -> HttpResponse:
    """Nothing changes by it; it is posted so that no amount stands in an address or a log."""
    found = look(request)
    if not isinstance(found, Look):
        return redirect("my-money")
    form = WhatIfForm(request.POST or None, today=request.today)
    context: dict[str, Any] = {"form": form}
    if form.is_bound and form.is_valid():
        context |= _compared(found, form)
    return render(request, "web/resident/money/what_if.html", context)


def _compared(found: Look, form: WhatIfForm) -> dict[str, Any]:
    rules, start = found.rules, form.start
    minimum = _minimum_wage(rules, found.household, start)
    then = form.changed(found.household, minimum)
    now_rows, then_rows = (_month(rules, each, start) for each in (found.household, then))
    kinds = [kind for kind in Kind if kind in now_rows or kind in then_rows]
    curve = sweep(rules, then, start, form.wage(minimum), np.arange(MOST_HOURS + 1.0))
    return {
        "start": start,
        "lines": [_line(kind, now_rows, then_rows) for kind in kinds],
        "now": sum(now_rows.values()),
        "then": sum(then_rows.values()),
        "difference": sum(then_rows.values()) - sum(now_rows.values()),
        "less": sum(now_rows.values()) - sum(then_rows.values()),
        "curve": _rows(curve),
        "picture": line_of(list(curve.total), form.cleaned_data["hours"]),
        "cliffs": [_cliff(each) for each in curve.cliffs()],
        "hourly": cents(form.wage(minimum)),
    }


def _cliff(each: Cliff) -> dict[str, Any]:
    return {
        "hours": int(each.hours),
        "loss": cents(Decimal(each.loss)),
        "because": LABELS[each.because],
    }


def _month(rules: Rules, household: Household, start: date) -> dict[Kind, int]:
    """Cents by kind, in the first whole month of the change."""
    months = timeline(rules, household, start, 1)
    found: dict[Kind, int] = {}
    for each in by_month(amounts(months, household))[start]:
        if each.kind is not Kind.HOLIDAY:  # once a year, and the same in both
            found[each.kind] = found.get(each.kind, 0) + cents(each.amount)
    return found


def _minimum_wage(rules: Rules, household: Household, start: date) -> Decimal:
    target = "minimumuurloon"
    months = (start.year - household.applicant.born.year) * 12
    return Decimal(rules.calculate([target], {"leeftijd_in_maanden": months}, start)[target])


def _line(kind: Kind, now: dict[Kind, int], then: dict[Kind, int]) -> dict[str, Any]:
    before, after = now.get(kind, 0), then.get(kind, 0)
    return {
        "label": LABELS[kind],
        "now": before,
        "then": after,
        "difference": after - before,
    }


def _rows(curve: Sweep) -> list[dict[str, Any]]:
    return [
        {
            "hours": place,
            "total": cents(Decimal(float(curve.total[place]))),
            "more": cents(Decimal(float(curve.total[place] - curve.total[0]))),
        }
        for place in range(0, MOST_HOURS + 1, STEP)
    ]
