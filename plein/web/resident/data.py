"""Wie keek naar mijn gegevens."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from plein.audit.queries import looks_at
from plein.web.pages import Pages
from plein.web.policies import resident_only
from plein.web.request import ResidentRequest


@resident_only
@require_GET
def who_looked(request: ResidentRequest) -> HttpResponse:
    """Each look at this resident and household; a grown child of the house reads its own only."""
    subjects = [request.resident.pk]
    if request.member.role != "kind":
        subjects.append(request.household.pk)
    looks = looks_at(subjects, request.municipality.pk, at=request.now)
    return render(request, "web/resident/who_looked.html", {"pages": Pages(request, looks, 50)})
