"""Mijn gegevens: what we keep, and who looked at it."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from plein.audit.queries import looks_at
from plein.web.pages import Pages
from plein.web.policies import resident_only
from plein.web.request import ResidentRequest
from plein.web.resident.family import Family


@resident_only
@require_GET
def my_data(request: ResidentRequest) -> HttpResponse:
    family = Family(request)
    members = [(family.name_of(member), member) for member in family.members]
    return render(request, "web/resident/my_data.html", {"members": members})


@resident_only
@require_GET
def who_looked(request: ResidentRequest) -> HttpResponse:
    """Each look at this resident and household; a grown child of the house reads its own only."""
    subjects = [request.resident.pk]
    if request.member.role != "kind":
        subjects.append(request.household.pk)
    looks = looks_at(subjects, request.municipality.pk, at=request.now)
    return render(request, "web/resident/who_looked.html", {"pages": Pages(request, looks, 50)})
