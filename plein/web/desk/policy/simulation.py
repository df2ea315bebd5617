"""Beleid: what another inkomenstoeslag would cost, and whom it would reach."""

import csv
from dataclasses import asdict
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from plein.identity.roles import Right
from plein.insight.policy import BANDS, Effect, Group, effect
from plein.insight.synthetic import KINDS
from plein.regelingen.library import local_norms, municipalities_with, rule_book
from plein.web.desk.policy.form import PolicyForm
from plein.web.policies import staff_may
from plein.web.request import StaffRequest

REGELING, TARGET = "individuele_inkomenstoeslag", "inkomenstoeslag_per_jaar"
NAMES = {"iasz": "IASZ"}  # a service of several municipalities
KIND_WORDS = dict(
    zip(
        KINDS,
        (_("alleenstaande"), _("alleenstaande ouder"), _("paar"), _("paar met kinderen")),
        strict=True,
    )
)


@staff_may(Right.SIMULATE)
@require_http_methods(["GET", "POST"])
def simulation(request: StaffRequest) -> HttpResponse:
    """Nothing changes by it. What is filled in begins as the verordening of another place."""
    places = municipalities_with(REGELING)
    place = request.GET.get("voorbeeld", "")
    place = place if place in places else places[0]
    norms = local_norms(REGELING, place)
    form = PolicyForm(request.POST or None, norms=norms)
    named = [{"key": each, "name": NAMES.get(each, each.capitalize())} for each in places]
    context: dict[str, Any] = {"form": form, "place": place, "places": named}
    if form.is_bound and form.is_valid():
        book = rule_book()
        now, then = book.norms.with_local(form.now()), book.norms.with_local(form.then())
        found = effect(
            book, TARGET, now=now, then=then, day=request.today, size=form.cleaned_data["size"]
        )
        if "csv" in request.POST:
            return _csv(found)
        context |= _shown(found)
    return render(request, "web/desk/policy.html", context)


def _shown(found: Effect) -> dict[str, Any]:
    return {
        "found": found,
        "reached_now": found.reached[0],
        "reached_then": found.reached[1],
        "cost_now": round(found.cost[0] * 100),
        "cost_then": round(found.cost[1] * 100),
        "rows": [_row(group) for group in found.groups if group.reached or group.lose],
    }


def _row(group: Group) -> dict[str, Any]:
    return {
        "kind": KIND_WORDS[group.kind],
        "band": _band(group.band),
        "size": group.size,
        "reached": group.reached,
        "gain": group.gain,
        "lose": group.lose,
        "cents": round(group.cost * 100),
    }


def _band(number: int) -> str:
    """Income as a share of the bijstand norm."""
    limits = [f"{int(limit * 100)} %" for limit in BANDS]
    if number == 0:
        return str(_("tot {limit}")).format(limit=limits[0])
    if number == len(BANDS):
        return str(_("boven {limit}")).format(limit=limits[-1])
    return f"{limits[number - 1]} - {limits[number]}"


def _csv(found: Effect) -> HttpResponse:
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = 'attachment; filename="beleid.csv"'
    writer = csv.writer(answer, delimiter=";")
    writer.writerow(asdict(found.groups[0]) if found.groups else [])
    for group in found.groups:
        writer.writerow(asdict(group).values())
    return answer
