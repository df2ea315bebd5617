"""One appointment: when, where, what to bring; into a calendar, at another time, or not at all."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from plein.appointments.calendar import appointment_file
from plein.appointments.models import Appointment
from plein.appointments.states import State
from plein.cases.actions.appointments import give_up
from plein.kernel.refusal import Refusal
from plein.web.calendar_answer import calendar_answer
from plein.web.policies import resident_or_helped
from plein.web.request import ResidentRequest


@resident_or_helped
@require_GET
def show(request: ResidentRequest, appointment_id: UUID) -> HttpResponse:
    found = _own(request, appointment_id)
    if found.state == State.PROPOSED:
        return redirect("appointment-choose", found.pk)
    context = {
        "appointment": found,
        "can_be_changed": found.can_be_changed_at(request.now),
        "is_coming": found.is_coming_at(request.now),
        "moved_to": getattr(found, "moved_to", None),
    }
    return render(request, "web/resident/appointments/one.html", context)


@resident_or_helped
@require_http_methods(["GET", "POST"])
def give_up_time(request: ResidentRequest, appointment_id: UUID) -> HttpResponse:
    """A question first."""
    found = _own(request, appointment_id)
    if request.method == "GET":
        return render(request, "web/resident/appointments/cancel.html", {"appointment": found})
    try:
        give_up(found, "", by=request.actor, at=request.now)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("De afspraak gaat niet door. Wij weten het."))
    return redirect("appointments")


@resident_or_helped
@require_GET
def for_calendar(request: ResidentRequest, appointment_id: UUID) -> HttpResponse:
    found = _own(request, appointment_id)
    if found.slot is None:
        raise Http404
    place = request.municipality
    content = appointment_file(found, host=place.host, phone=place.phone, at=request.now)
    return calendar_answer(content, "afspraak")


def _own(request: ResidentRequest, appointment_id: UUID) -> Appointment:
    own = Appointment.objects.of(request.resident).select_related("moved_to")
    return get_object_or_404(own, pk=appointment_id)
