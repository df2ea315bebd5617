"""Kies een tijd: first how, then the day, then the time: one tap each."""

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from plein.appointments.actions.choosing import change_time
from plein.appointments.models import Appointment
from plein.appointments.queries import FreeDay, chosen_slot, free_days, ways_of
from plein.appointments.states import State, Way
from plein.cases.actions.appointments import choose_time
from plein.kernel.refusal import Refusal
from plein.web.keys import key_in
from plein.web.policies import resident_or_helped
from plein.web.request import ResidentRequest

OPEN = (State.PROPOSED, State.CONFIRMED)


@resident_or_helped
@require_http_methods(["GET", "POST"])
def choose(request: ResidentRequest, appointment_id: UUID) -> HttpResponse:
    found = get_object_or_404(Appointment.objects.of(request.resident), pk=appointment_id)
    if found.state not in OPEN:
        return redirect("appointment", found.pk)
    if request.method == "POST":
        return _chosen(request, found)
    return render(request, "web/resident/appointments/choose.html", _context(request, found))


def _chosen(request: ResidentRequest, found: Appointment) -> HttpResponse:
    slot = chosen_slot(found.kind, key_in(request.POST.get("tijd", "")))
    if slot is None:
        raise Http404
    do = choose_time if found.state == State.PROPOSED else change_time
    try:
        chosen = do(found, slot, by=request.actor, at=request.now)
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("appointment-choose", found.pk)
    messages.success(request, _("Uw afspraak staat vast."))
    return redirect("appointment", chosen.pk)


def _context(request: ResidentRequest, found: Appointment) -> dict[str, Any]:
    ways = ways_of(found.kind, request.now)
    asked = request.GET.get("manier", "")
    way = asked if asked in ways else (ways[0] if ways else "")
    days = free_days(found.kind, way, request.now) if way else []
    day = _day(request.GET.get("dag", ""), days)
    return {
        "appointment": found,
        "ways": [(each, Way(each).label, each == way) for each in ways],
        "way": way,
        "days": days,
        "day": day,
        "is_change": found.state == State.CONFIRMED,
        "is_in_time": found.can_be_changed_at(request.now),
    }


def _day(given: str, days: list[FreeDay]) -> FreeDay | None:
    """The one that was asked for, or the first."""
    try:
        wanted = date.fromisoformat(given)
    except ValueError:
        wanted = None
    return next((each for each in days if each.day == wanted), days[0] if days else None)
