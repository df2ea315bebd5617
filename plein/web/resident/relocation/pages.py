"""Verhuizen: say it, see what it does before it counts, and read it again afterwards."""

from uuid import UUID

from django.contrib import messages
from django.db.models import F
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from plein.audit.actions import Purpose
from plein.cases.actions.relocating import notice, withdraw_notice
from plein.cases.models import Relocation
from plein.cases.new_place import place_of
from plein.cases.relocation_effects import is_late
from plein.cases.relocation_plan import planned
from plein.kernel.refusal import Refusal
from plein.web.policies import resident_only
from plein.web.request import ResidentRequest
from plein.web.resident.relocation.forms import RelocationForm
from plein.web.resident.relocation.shown import rows_of

WHY = Purpose("omdat u uw verhuizing bekeek", "AVG artikel 15")
TYPED = "relocation"  # in the sealed session, until it is sent


@resident_only
@require_http_methods(["GET", "POST"])
def relocation(request: ResidentRequest) -> HttpResponse:
    """Who is about to move sees that move; else the form, with what was typed before."""
    if current := request.resident.relocations.noticed().first():
        return redirect("relocation-one", current.pk)
    if request.method == "GET":
        return _form_page(request, _form(request, initial=request.session.get(TYPED)))
    form = _form(request, request.POST)
    if not form.is_valid():
        return _form_page(request, form)
    request.session[TYPED] = {name: request.POST.get(name, "") for name in form.fields}
    return redirect("relocation-check")


@resident_only
@require_http_methods(["GET", "POST"])
def check(request: ResidentRequest) -> HttpResponse:
    """Every effect as a line, and only then the button."""
    form = _form(request, request.session.get(TYPED, {}))
    if not form.is_valid():
        return redirect("relocation")
    if request.method == "POST":
        return _send(request, form)
    place, moves_on = form.place, form.cleaned_data["moves_on"]
    effects = planned(request.resident, place, moves_on, today=request.today)
    context = {
        "place": place,
        "moves_on": moves_on,
        "rows": rows_of(effects, place),
        "is_late": is_late(moves_on, request.today),
    }
    return render(request, "web/resident/relocation/check.html", context)


def _send(request: ResidentRequest, form: RelocationForm) -> HttpResponse:
    try:
        noticed = notice(
            request.resident,
            form.place,
            moves_on=form.cleaned_data["moves_on"],
            by=request.actor,
            at=request.now,
        )
    except Refusal as refusal:
        messages.info(request, str(refusal))
        return redirect("relocation")
    request.session.pop(TYPED, None)
    return redirect("relocation-one", noticed.relocation.pk)


@resident_only
@require_GET
def one(request: ResidentRequest, relocation_id: UUID) -> HttpResponse:
    """The receipt, and later what became of it."""
    found = _own(request, relocation_id)
    place = place_of(found, purpose=WHY, by=request.actor, at=request.now)
    effects = found.effects.select_related("case__case_type", "organisation")
    effects = effects.order_by(F("case__filed_at").asc(nulls_first=True), "on")
    context = {
        "relocation": found,
        "place": place,
        "rows": rows_of(effects, place),
        "is_late": found.is_noticed and is_late(found.moves_on, request.today),
        "may_withdraw": found.can_be_withdrawn_on(request.today),
    }
    return render(request, "web/resident/relocation/one.html", context)


@resident_only
@require_POST
def withdraw(request: ResidentRequest, relocation_id: UUID) -> HttpResponse:
    found = _own(request, relocation_id)
    try:
        withdraw_notice(found, by=request.actor, at=request.now)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Gelukt. Uw verhuizing gaat niet door. Er verandert niets."))
    return redirect("relocation-one", found.pk)


def _own(request: ResidentRequest, relocation_id: UUID) -> Relocation:
    found = request.resident.relocations.select_related("resident")
    return get_object_or_404(found, pk=relocation_id)


def _form(request: ResidentRequest, *args: object, **kwargs: object) -> RelocationForm:
    return RelocationForm(*args, ours=request.municipality, today=request.today, **kwargs)


def _form_page(request: ResidentRequest, form: RelocationForm) -> HttpResponse:
    earlier = request.resident.relocations.order_by("-moves_on")
    status = 422 if form.errors else 200
    context = {"form": form, "earlier": earlier}
    return render(request, "web/resident/relocation/form.html", context, status=status)
