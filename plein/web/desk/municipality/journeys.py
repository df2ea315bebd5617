"""Hoe aanvragen worden ingevuld: where people stop, how long it takes, what we still ask."""

from datetime import timedelta

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from plein.cases.offered import newest_version
from plein.identity.roles import Right
from plein.intake.measures import figures, step_figures
from plein.web.policies import staff_may
from plein.web.request import StaffRequest

YEAR = timedelta(days=365)


@staff_may(Right.SEE_FIGURES)
@require_GET
def show(request: StaffRequest) -> HttpResponse:
    since = request.today - YEAR
    context = {"figures": figures(since, at=request.now), "since": since}
    return render(request, "web/desk/municipality/journeys.html", context)


@staff_may(Right.SEE_FIGURES)
@require_GET
def steps(request: StaffRequest, key: str) -> HttpResponse:
    case_type = newest_version(key)
    if case_type is None:
        raise Http404
    since, journey = request.today - YEAR, case_type.read
    context = {
        "journey": journey,
        "steps": step_figures(case_type.key, journey, since, at=request.now),
        "since": since,
    }
    return render(request, "web/desk/municipality/journey_steps.html", context)
