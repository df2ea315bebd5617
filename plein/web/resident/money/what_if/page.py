"""The scenario with its result, and what of it somebody wants to look at."""

from datetime import date
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import formats
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_POST

from plein.web.forms import PleinForm
from plein.web.policies import vault_only
from plein.web.request import ResidentRequest
from plein.web.resident.money.looking import Look, look
from plein.web.resident.money.picture import picture_of
from plein.web.resident.money.what_if.event_form import MOST_HOURS
from plein.web.resident.money.what_if.result import Result
from plein.web.resident.money.what_if.shown import (
    curve_shown,
    month_shown,
    months_shown,
    turns_shown,
)
from plein.web.resident.money.what_if.working import Working, working_on

SOON, MOST_GAPS = 6, 3  # months in sight before the others unfold; months named as short


class LookAtForm(PleinForm):
    """Another month, or another number of hours."""

    month = forms.DateField(required=False)
    hours = forms.IntegerField(required=False, min_value=0, max_value=MOST_HOURS)


class MonthForm(PleinForm):
    month = forms.ChoiceField(label=_("Welke maand wilt u zien?"))

    def __init__(self, *args: Any, months: list[date], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["month"].choices = [  # type: ignore[attr-defined]
            (month.isoformat(), formats.date_format(month, "F Y")) for month in months
        ]


@vault_only
@require_GET
def what_if(request: ResidentRequest) -> HttpResponse:
    found, working = look(request), working_on(request)
    if not isinstance(found, Look):
        return redirect("my-money")
    result = Result(found, working.events, request.today)
    return render(request, "web/resident/money/what_if/page.html", _context(result, working))


@vault_only
@require_POST
def look_at(request: ResidentRequest) -> HttpResponse:
    """Posted, so that what somebody tries out stands in no address. Nonsense changes nothing."""
    working, form = working_on(request), LookAtForm(request.POST)
    given = form.cleaned_data if form.is_valid() else {}
    working.month = given.get("month") or working.month
    if given.get("hours") is not None:
        working.hours = given["hours"]
    working.keep()
    if not request.htmx:
        part = "uren" if "hours" in request.POST else "maand"
        return redirect(f"{reverse('what-if')}#{part}")
    found = look(request)
    if not isinstance(found, Look):
        return redirect("my-money")
    result = Result(found, working.events, request.today)
    curve = curve_shown(result, result.month_to_show(working.month), working.hours)
    return render(request, "web/resident/money/what_if/hours.html", {"curve": curve})


def _context(result: Result, working: Working) -> dict[str, Any]:
    rows, month = months_shown(result), result.month_to_show(working.month)
    return {
        "working": working,
        "is_incomplete": bool(result.found.known.missing),
        "rows": rows,
        "soon": rows[:SOON],
        "later": rows[SOON:],
        "picture": picture_of(rows),
        "gaps": [row for row in rows if row["is_gap"]][:MOST_GAPS],
        "month": month_shown(result, month),
        "month_form": MonthForm(months=result.months, initial={"month": month.isoformat()}),
        "turns": turns_shown(result.turns()),
        "curve": curve_shown(result, month, working.hours),
    }
