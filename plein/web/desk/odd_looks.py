"""Opvallende blikken: a week of looks by staff that stand out, each rule with its count."""

from datetime import date, timedelta

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from plein.audit.actions import record
from plein.audit.odd_looks import (
    MOST_A_DAY,
    busy_days,
    looks_by_staff,
    out_of_hours,
    without_case,
)
from plein.audit.queries import Looks
from plein.identity.roles import Right
from plein.web.look_words import sentence_of
from plein.web.policies import staff_may
from plein.web.request import StaffRequest

EXAMPLES = 10
WEEK = timedelta(days=7)
KEPT = timedelta(days=5 * 366)  # no line is older


@staff_may(Right.ANSWER_LOOK_QUESTIONS)
@require_GET
def index(request: StaffRequest) -> HttpResponse:
    """One week, from Monday; the running one unless another is asked for."""
    monday = _monday(request.GET.get("week", ""), request.today)
    by = request.staff
    record("audit.odd_looks.read", on=by, by=by.actor, at=request.now, week=str(monday))
    looks = looks_by_staff(request.municipality.pk, monday)
    context = {
        "monday": monday,
        "sunday": monday + WEEK - timedelta(days=1),
        "earlier": monday - WEEK,
        "later": monday + WEEK if monday + WEEK <= request.today else None,
        "rules": [
            _found(_("Zonder aanvraag of toestemming"), without_case(looks)),
            _found(_("Voor 7 uur of na 20 uur"), out_of_hours(looks)),
        ],
        "busy": busy_days(request.municipality.pk, monday),
        "most": MOST_A_DAY,
    }
    return render(request, "web/desk/odd_looks.html", context)


def _monday(text: str, today: date) -> date:
    try:
        day = date.fromisoformat(text) if text else today
    except ValueError:
        raise Http404 from None
    if not today - KEPT <= day <= today:
        raise Http404
    return day - timedelta(days=day.weekday())


def _found(title: str, looks: Looks) -> dict[str, object]:
    examples = [(look, sentence_of(look)) for look in looks[:EXAMPLES]]
    return {"title": title, "count": looks.count(), "examples": examples}
