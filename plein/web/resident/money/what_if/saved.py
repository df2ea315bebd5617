"""Scenarios that somebody keeps: name it, open it again, rename it, throw it away."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from plein.insight.events import from_json, in_order, to_json
from plein.kernel.refusal import Refusal
from plein.vault.actions.opening import vault_of
from plein.vault.actions.scenarios import change_scenario, keep_scenario, throw_away
from plein.vault.kept_scenarios import open_scenario, open_scenarios
from plein.vault.models import Scenario
from plein.web.forms import PleinForm
from plein.web.policies import vault_only
from plein.web.request import ResidentRequest
from plein.web.resident.money.what_if.beside import BesideForm
from plein.web.resident.money.what_if.working import Working, working_on

LONGEST = 60


class NameForm(PleinForm):
    name = forms.CharField(
        label=gettext_lazy("Hoe wilt u dit noemen?"),
        help_text=gettext_lazy("Bijvoorbeeld: 16 uur bij de bakker"),
        max_length=LONGEST,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={
            "required": gettext_lazy("Vul een naam in. Dan vindt u het later terug."),
            "max_length": gettext_lazy("Deze naam is te lang. Gebruik hoogstens 60 letters."),
        },
    )


@vault_only
@require_http_methods(["GET", "POST"])
def keep(request: ResidentRequest) -> HttpResponse:
    """What was opened before is changed, unless somebody asks for a new one."""
    working = working_on(request)
    if not working.events:
        return redirect("what-if")
    form = NameForm(
        request.POST if request.method == "POST" else None, initial={"name": working.name}
    )
    opened = _scenarios(request).filter(pk=working.scenario or None).first()
    if form.is_bound and form.is_valid():
        try:
            _keep(request, working, form.cleaned_data["name"], _to_change(request, opened))
        except Refusal as refusal:
            form.add_error("name", str(refusal))
        else:
            messages.success(request, _("Wij hebben het bewaard."))
            return redirect("what-ifs")
    context = {"form": form, "is_opened": opened is not None}
    status = 422 if form.is_bound else 200
    return render(request, "web/resident/money/what_if/keep.html", context, status=status)


def _to_change(request: ResidentRequest, opened: Scenario | None) -> Scenario | None:
    return None if "new" in request.POST else opened


def _keep(request: ResidentRequest, working: Working, name: str, opened: Scenario | None) -> None:
    events, by, at = [to_json(event) for event in working.events], request.resident, request.now
    if opened:
        change_scenario(opened, name, events, by=by, at=at)
    else:
        opened = keep_scenario(vault_of(by, at=at), name, events, by=by, at=at)
    working.scenario, working.name = str(opened.pk), name
    working.keep()


@vault_only
@require_GET
def saved(request: ResidentRequest) -> HttpResponse:
    kept = open_scenarios(by=request.resident, at=request.now)
    rows = [
        {"kept": each, "events": in_order(from_json(event) for event in each.events)}
        for each in kept
    ]
    context: dict[str, Any] = {"rows": rows, "form": BesideForm(kept=kept)}
    return render(request, "web/resident/money/what_if/saved.html", context)


@vault_only
@require_POST
def open_again(request: ResidentRequest, scenario_id: UUID) -> HttpResponse:
    """In the place of what somebody was busy with."""
    kept = open_scenario(_own(request, scenario_id), by=request.resident, at=request.now)
    events = in_order(from_json(event) for event in kept.events)
    Working(request.session, events, scenario=str(kept.pk), name=kept.name).keep()
    return redirect("what-if")


@vault_only
@require_http_methods(["GET", "POST"])
def rename(request: ResidentRequest, scenario_id: UUID) -> HttpResponse:
    scenario = _own(request, scenario_id)
    kept = open_scenario(scenario, by=request.resident, at=request.now)
    form = NameForm(request.POST if request.method == "POST" else None, initial={"name": kept.name})
    if form.is_bound and form.is_valid():
        name = form.cleaned_data["name"]
        change_scenario(scenario, name, kept.events, by=request.resident, at=request.now)
        messages.success(request, _("De naam is veranderd."))
        return redirect("what-ifs")
    status = 422 if form.is_bound else 200
    return render(request, "web/resident/money/what_if/rename.html", {"form": form}, status=status)


@vault_only
@require_POST
def remove(request: ResidentRequest, scenario_id: UUID) -> HttpResponse:
    throw_away(_own(request, scenario_id), by=request.resident, at=request.now)
    messages.success(request, _("Het is weg."))
    return redirect("what-ifs")


def _scenarios(request: ResidentRequest) -> Any:
    return Scenario.objects.filter(vault__resident=request.resident).select_related("vault")


def _own(request: ResidentRequest, scenario_id: UUID) -> Scenario:
    found: Scenario = get_object_or_404(_scenarios(request), pk=scenario_id)
    return found
