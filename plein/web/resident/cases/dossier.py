"""One dossier: how it stands, who takes part and why, what somebody gets, and what happened."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from plein.cases.light import worst_of
from plein.cases.models import Dossier, Participation, Provision
from plein.inbox.event_words import words_of
from plein.inbox.models import Event
from plein.inbox.showing import is_shown_on
from plein.web.light_words import light_words
from plein.web.policies import resident_or_helped
from plein.web.request import ResidentRequest
from plein.web.resident.cases.own import own_files
from plein.web.resident.cases.shown import row_of, tasks_shown

NEWEST = 30  # events


@resident_or_helped
@require_GET
def dossier(request: ResidentRequest, dossier_id: UUID) -> HttpResponse:
    own = Dossier.objects.filter(resident=request.resident).select_related("director")
    found = get_object_or_404(own, pk=dossier_id)
    files = [file for file in own_files(request) if file.case.dossier_id == found.pk]
    worst = worst_of(file.light for file in files)
    context = {
        "dossier": found,
        "light": light_words(worst) if worst else None,
        "tasks": [task for file in files for task in tasks_shown(file, request.today)],
        "rows": [row_of(file) for file in files],
        "provisions": Provision.objects.on(request.today).filter(decision__case__dossier=found),
        "taking_part": _taking_part(request, found),
        "events": _events(request, found),
    }
    return render(request, "web/resident/cases/dossier.html", context)


def _taking_part(request: ResidentRequest, found: Dossier) -> list[dict[str, Any]]:
    """Who works along now first, then who did."""
    every = Participation.objects.filter(dossier=found).select_related("organisation")
    shown = [{"partner": each, "is_running": each.runs_on(request.today)} for each in every]
    return sorted(shown, key=lambda each: (not each["is_running"], each["partner"].start))


def _events(request: ResidentRequest, found: Dossier) -> list[dict[str, Any]]:
    every = (
        Event.objects.filter(topic__case__dossier=found)
        .select_related("hiding", "topic__case__case_type")
        .order_by("-at", "-id")[:NEWEST]
    )
    return [
        {
            "at": each.at,
            "says": words_of(each.name, each.details),
            "about": each.topic.case.case_type,
            "who": each.team or each.organisation,
        }
        for each in every
        if is_shown_on(each, request.today)
    ]
