"""Tijden: kinds of appointments, places, hours, closed days, and the times that follow."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.db.models import Count, Q
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_POST

from plein.appointments.actions.planning import make_slots
from plein.appointments.actions.setting_up import add_hours, add_kind, add_place, close_on
from plein.appointments.models import AppointmentKind, ClosedDay, Place
from plein.appointments.states import Way
from plein.identity.roles import Right
from plein.kernel.refusal import Refusal
from plein.web.desk.appointments.planning_forms import (
    ClosedForm,
    HoursForm,
    KindForm,
    PlaceForm,
    TimesForm,
)
from plein.web.forms import PleinForm
from plein.web.policies import staff_may
from plein.web.request import StaffRequest


@dataclass(frozen=True, slots=True)
class Adding:
    """One form of the page: what it does with what was filled in, and the field of a refusal."""

    title: Promise
    form: type[PleinForm]
    do: Callable[..., Any]
    field: str


ADDING = {
    "tijden": Adding(
        _("Maak tijden"),
        TimesForm,
        lambda given, **who: make_slots(
            given["kind"],
            given["place"],
            Way(given["way"]),
            first=given["first"],
            last=given["last"],
            capacity=given["capacity"],
            **who,
        ),
        "last",
    ),
    "soort": Adding(
        _("Nieuwe soort afspraak"), KindForm, lambda given, **who: add_kind(**given, **who), "name"
    ),
    "plek": Adding(
        _("Nieuwe plek"), PlaceForm, lambda given, **who: add_place(**given, **who), "name"
    ),
    "uren": Adding(
        _("Openingstijden"), HoursForm, lambda given, **who: add_hours(**given, **who), "closes"
    ),
    "dicht": Adding(
        _("Dag waarop u dicht bent"),
        ClosedForm,
        lambda given, **who: close_on(**given, **who),
        "day",
    ),
}


@staff_may(Right.PLAN_APPOINTMENTS)
@require_GET
def index(request: StaffRequest) -> HttpResponse:
    return _page(request)


@staff_may(Right.PLAN_APPOINTMENTS)
@require_POST
def add(request: StaffRequest, name: str) -> HttpResponse:
    if name not in ADDING:
        raise Http404
    adding = ADDING[name]
    form = adding.form(request.POST, prefix=name)
    if form.is_valid():
        try:
            adding.do(form.cleaned_data, by=request.actor, at=request.now)
        except Refusal as refusal:
            form.add_error(adding.field, str(refusal))
        else:
            messages.success(request, _("Dit is bewaard."))
            return redirect("desk-times")
    return _page(request, name, form)


def _page(request: StaffRequest, name: str = "", bound: PleinForm | None = None) -> HttpResponse:
    forms = [
        {
            "name": each,
            "title": adding.title,
            "form": bound if bound and each == name else adding.form(prefix=each),
            "is_open": each == name,
        }
        for each, adding in ADDING.items()
    ]
    coming = Q(slots__start__gt=request.now)
    context = {
        "forms": forms,
        "kinds": AppointmentKind.objects.annotate(times=Count("slots", filter=coming)),
        "places": Place.objects.prefetch_related("hours"),
        "closed": ClosedDay.objects.filter(day__gte=request.today),
        "form": bound,
    }
    status = 422 if bound else 200
    return render(request, "web/desk/appointments/planning.html", context, status=status)
