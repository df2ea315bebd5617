"""Gebieden: parts of the municipality, and which organisation does what in each of them."""

from datetime import timedelta
from uuid import UUID

from django.contrib import messages
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from plein.cases.actions.areas import contract, end_contract, set_area
from plein.cases.coverage import services
from plein.cases.models import Area, AreaContract
from plein.identity.roles import Right
from plein.kernel.postcodes import write_span
from plein.kernel.refusal import Refusal
from plein.web.desk.municipality.area_forms import AreaForm, ContractForm, EndForm
from plein.web.forms import PleinForm
from plein.web.policies import staff_may
from plein.web.request import StaffRequest


@staff_may(Right.MANAGE_RECIPIENTS)
@require_GET
def index(request: StaffRequest) -> HttpResponse:
    return _page(request)


@staff_may(Right.MANAGE_RECIPIENTS)
@require_POST
def set_parts(request: StaffRequest) -> HttpResponse:
    form = AreaForm(request.POST)
    if form.is_valid():
        given = form.cleaned_data
        try:
            set_area(given["name"], given["postcodes"], by=request.actor, at=request.now)
        except Refusal as refusal:
            form.add_error("postcodes", str(refusal))
        else:
            messages.success(request, _("Het gebied is vastgelegd."))
            return redirect("desk-areas")
    return _page(request, area_form=form)


@staff_may(Right.MANAGE_RECIPIENTS)
@require_POST
def agree(request: StaffRequest) -> HttpResponse:
    form = ContractForm(request.POST)
    if form.is_valid():
        given = form.cleaned_data
        last = given["last_day"]
        try:
            contract(
                given["area"],
                given["service"],
                given["organisation"],
                start=given["start"],
                until=last + timedelta(days=1) if last else None,
                by=request.actor,
                at=request.now,
            )
        except Refusal as refusal:
            form.add_error("organisation", str(refusal))
        else:
            messages.success(request, _("Dit is vastgelegd."))
            return redirect("desk-areas")
    return _page(request, contract_form=form)


@staff_may(Right.MANAGE_RECIPIENTS)
@require_http_methods(["GET", "POST"])
def end(request: StaffRequest, contract_id: UUID) -> HttpResponse:
    found = get_object_or_404(AreaContract.objects.select_related("area"), pk=contract_id)
    form = EndForm(request.POST or None)
    if form.is_bound and form.is_valid():
        until = form.cleaned_data["last_day"] + timedelta(days=1)
        try:
            end_contract(found, until, by=request.actor, at=request.now)
        except Refusal as refusal:
            form.add_error("last_day", str(refusal))
        else:
            messages.success(request, _("Dit is vastgelegd."))
            return redirect("desk-areas")
    context = {"contract": found, "form": form}
    status = 422 if form.errors else 200
    return render(request, "web/desk/municipality/area_end.html", context, status=status)


def _page(request: StaffRequest, **bound: PleinForm) -> HttpResponse:
    names = {each.followed_by: each.name for each in services()}
    running = AreaContract.objects.filter(
        Q(period__endswith=None) | Q(period__endswith__gt=request.today)
    )
    context = {
        "areas": [
            {
                "area": area,
                "postcodes": ", ".join(
                    write_span(each.postcodes.lower, each.postcodes.upper)
                    for each in sorted(area.parts.all(), key=lambda part: part.postcodes.lower)
                ),
            }
            for area in Area.objects.prefetch_related("parts")
        ],
        "contracts": [
            {
                "contract": each,
                "service": names.get(each.service, each.service),
                "last_day": each.period.upper - timedelta(days=1) if each.period.upper else None,
            }
            for each in running.select_related("area", "organisation").order_by(
                "area__name", "service", "period"
            )
        ],
        "area_form": AreaForm(),
        "contract_form": ContractForm(),
        "form": next(iter(bound.values()), None),
    } | bound
    status = 422 if bound else 200
    return render(request, "web/desk/municipality/areas.html", context, status=status)
