"""One appointment: whose it is, another time, off with a reason, held or not."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_POST

from plein.appointments.actions.again import cancel_and_offer
from plein.appointments.actions.choosing import cancel, change_time, close
from plein.appointments.models import Appointment
from plein.appointments.queries import chosen_slot, free_days
from plein.appointments.states import State
from plein.audit.actions import Purpose
from plein.identity.gate import read_name
from plein.identity.roles import Right
from plein.kernel.refusal import Refusal
from plein.web.forms import PleinForm
from plein.web.keys import key_in
from plein.web.policies import staff_may
from plein.web.request import StaffRequest
from plein.web.templatetags.plein_ui import moment

WHY = Purpose("om een afspraak met u te hebben", "AVG artikel 6 lid 1 onder e")
MOST = 40  # times to choose from


class OffForm(PleinForm):
    why = forms.CharField(
        label=_("Waarom gaat dit niet door?"),
        help_text=_("De inwoner leest dit."),
        error_messages={"required": _("Schrijf op waarom. De inwoner leest dit.")},
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    again = forms.BooleanField(
        label=_("De inwoner kiest een andere tijd"), required=False, initial=True
    )


@staff_may(Right.HANDLE_APPOINTMENTS)
@require_GET
def show(request: StaffRequest, appointment_id: UUID) -> HttpResponse:
    return _page(request, _find(appointment_id))


@staff_may(Right.HANDLE_APPOINTMENTS)
@require_POST
def move(request: StaffRequest, appointment_id: UUID) -> HttpResponse:
    found = _find(appointment_id)
    slot = chosen_slot(found.kind, key_in(request.POST.get("tijd", "")))
    if slot is None:
        messages.error(request, _("Kies een tijd."))
        return redirect("desk-appointment", appointment_id)
    return _answer(
        request,
        found,
        lambda: change_time(found, slot, by=request.actor, at=request.now),
        _("De afspraak is op een andere tijd. De inwoner ziet dat."),
    )


@staff_may(Right.HANDLE_APPOINTMENTS)
@require_POST
def call_off(request: StaffRequest, appointment_id: UUID) -> HttpResponse:
    found, form = _find(appointment_id), OffForm(request.POST)
    if not form.is_valid():
        return _page(request, found, form)
    why, by, at = form.cleaned_data["why"], request.actor, request.now

    def off() -> Appointment:
        if form.cleaned_data["again"]:
            cancel_and_offer(found, why, due_on=None, by=by, at=at)
        else:
            cancel(found, why, by=by, at=at)
        return found

    return _answer(request, found, off, _("De afspraak gaat niet door. De inwoner leest waarom."))


@staff_may(Right.HANDLE_APPOINTMENTS)
@require_POST
def closed(request: StaffRequest, appointment_id: UUID, state: str) -> HttpResponse:
    known = {"gehouden": State.HELD, "niet-gekomen": State.MISSED}
    if state not in known:
        raise Http404
    found = _find(appointment_id)
    return _answer(
        request,
        found,
        lambda: close(found, known[state], by=request.actor, at=request.now),
        _("Dit is genoteerd."),
    )


def _find(appointment_id: UUID) -> Appointment:
    found = Appointment.objects.select_related(
        "kind", "slot__place", "topic__resident", "topic__case__case_type", "task"
    )
    return get_object_or_404(found, pk=appointment_id)


def _page(request: StaffRequest, found: Appointment, form: OffForm | None = None) -> HttpResponse:
    is_open = found.state == State.CONFIRMED
    days = free_days(found.kind, found.slot.way, request.now) if is_open and found.slot else []
    slots = [slot for day in days for slot in day.slots][:MOST]
    context: dict[str, Any] = {
        "appointment": found,
        "name": read_name(found.topic.resident_id, purpose=WHY, by=request.actor, at=request.now),
        "is_open": is_open,
        "has_begun": is_open and found.slot is not None and found.slot.start <= request.now,
        "slots": [(slot.pk, moment(slot.start)) for slot in slots],
        "off_form": form or OffForm(),
        "form": form,
    }
    status = 422 if form else 200
    return render(request, "web/desk/appointments/one.html", context, status=status)


def _answer(
    request: StaffRequest, found: Appointment, do: Callable[[], Appointment], done: str | Promise
) -> HttpResponse:
    try:
        found = do()
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, str(done))
    return redirect("desk-appointment", found.pk)
