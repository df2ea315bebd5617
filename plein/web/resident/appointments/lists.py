"""Afspraken: what waits for a time, what is coming, what was; and what somebody can ask for."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from plein.appointments.actions.offering import ask_for
from plein.appointments.models import Appointment, AppointmentKind
from plein.appointments.states import State
from plein.kernel.refusal import Refusal
from plein.web.policies import resident_or_helped
from plein.web.request import ResidentRequest

PAST = (State.HELD, State.MISSED, State.CANCELLED)
MOST = 20  # that were


@resident_or_helped
@require_GET
def index(request: ResidentRequest) -> HttpResponse:
    own = list(Appointment.objects.of(request.resident).order_by("slot__start"))
    context = {
        "to_choose": [each for each in own if each.state == State.PROPOSED],
        "coming": [each for each in own if each.is_coming_at(request.now)],
        "past": [each for each in reversed(own) if each.state in PAST and each.slot][:MOST],
        "offered": AppointmentKind.objects.filter(can_be_asked=True),
    }
    return render(request, "web/resident/appointments/list.html", context)


@resident_or_helped
@require_POST
def ask(request: ResidentRequest, kind_id: UUID) -> HttpResponse:
    kind = get_object_or_404(AppointmentKind, pk=kind_id)
    try:
        asked = ask_for(kind, request.resident, at=request.now)
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("appointments")
    return redirect("appointment-choose", asked.pk)


@resident_or_helped
@require_GET
def of_task(request: ResidentRequest, task_id: UUID) -> HttpResponse:
    """From what has to be done to where it is done."""
    own = Appointment.objects.of(request.resident).filter(task=task_id)
    found = get_object_or_404(own.order_by("-offered_at", "-changes")[:1])
    if found.state == State.PROPOSED:
        return redirect("appointment-choose", found.pk)
    return redirect("appointment", found.pk)
