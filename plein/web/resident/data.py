"""Mijn gegevens: what we keep."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from plein.web.policies import resident_only
from plein.web.request import ResidentRequest
from plein.web.resident.family import Family


@resident_only
@require_GET
def my_data(request: ResidentRequest) -> HttpResponse:
    family = Family(request)
    members = [(family.name_of(member), member) for member in family.members]
    return render(request, "web/resident/my_data.html", {"members": members})
