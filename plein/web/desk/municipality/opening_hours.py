"""Openingstijden: when residents can call and come, and the days on which we are closed."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_POST

from plein.appointments.actions.setting_up import add_hours, close_on, open_again, remove_hours
from plein.appointments.models import ClosedDay, OpeningHours
from plein.identity.roles import Right
from plein.kernel.refusal import Refusal
from plein.web.desk.appointments.planning_forms import ClosedForm, HoursForm
from plein.web.policies import staff_may
from plein.web.request import StaffRequest


class AnyHoursForm(HoursForm):
    """Of a place, or of the telephone."""

    marks_optional = False
    field_order = ("place", "weekday", "opens", "closes")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        place: Any = self.fields["place"]
        place.label, place.required = _("Waarvoor?"), False
        place.empty_label = _("Aan de telefoon")


@staff_may(Right.EDIT_TEXTS)
@require_GET
def index(request: StaffRequest) -> HttpResponse:
    return _page(request, AnyHoursForm(prefix="uren"), ClosedForm(prefix="dicht"))


@staff_may(Right.EDIT_TEXTS)
@require_POST
def add(request: StaffRequest) -> HttpResponse:
    form = AnyHoursForm(request.POST, prefix="uren")
    if form.is_valid():
        try:
            add_hours(**form.cleaned_data, by=request.actor, at=request.now)
        except Refusal as refusal:
            form.add_error("closes", str(refusal))
        else:
            return _kept(request)
    return _page(request, form, ClosedForm(prefix="dicht"), wrong=form)


@staff_may(Right.EDIT_TEXTS)
@require_POST
def remove(request: StaffRequest, openinghours_id: UUID) -> HttpResponse:
    hours = get_object_or_404(OpeningHours, pk=openinghours_id)
    remove_hours(hours, by=request.actor, at=request.now)
    return _kept(request)


@staff_may(Right.EDIT_TEXTS)
@require_POST
def close(request: StaffRequest) -> HttpResponse:
    form = ClosedForm(request.POST, prefix="dicht")
    if form.is_valid():
        close_on(**form.cleaned_data, by=request.actor, at=request.now)
        return _kept(request)
    return _page(request, AnyHoursForm(prefix="uren"), form, wrong=form)


@staff_may(Right.EDIT_TEXTS)
@require_POST
def reopen(request: StaffRequest, closedday_id: UUID) -> HttpResponse:
    open_again(get_object_or_404(ClosedDay, pk=closedday_id), by=request.actor, at=request.now)
    return _kept(request)


def _kept(request: StaffRequest) -> HttpResponse:
    messages.success(request, str(_("Dit is bewaard.")))
    return redirect("desk-opening-hours")


def _page(
    request: StaffRequest,
    hours_form: forms.Form,
    closed_form: forms.Form,
    *,
    wrong: forms.Form | None = None,
) -> HttpResponse:
    hours = OpeningHours.objects.select_related("place")
    context = {
        "hours": hours.order_by("place__name", "weekday", "opens"),
        "closed": ClosedDay.objects.filter(day__gte=request.today),
        "hours_form": hours_form,
        "closed_form": closed_form,
        "form": wrong,
    }
    status = 422 if wrong else 200
    return render(request, "web/desk/municipality/opening_hours.html", context, status=status)
