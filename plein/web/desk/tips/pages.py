"""Tips: every rule with its state; one with its reason, its condition in words and its data."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_POST

from plein.content.library import items
from plein.content.models import TipSwitch
from plein.content.tips.library import tips
from plein.content.tips.register import asked_by, described, elements_of
from plein.content.tips.switching import confirm_tip, propose_tip, switched_tips, turn_tip_off
from plein.content.tips.tip import Tip, Topic
from plein.identity.algorithm_register import record_of
from plein.identity.roles import Right
from plein.identity.switch import Switched
from plein.journeys.languages import DUTCH, LANGUAGES
from plein.tenants.models import Module
from plein.vault.catalogue import catalogue
from plein.web.desk.algorithms import as_file, to_read
from plein.web.desk.switches import Act, press, standing
from plein.web.doors import RESIDENT
from plein.web.policies import staff_may
from plein.web.request import StaffRequest

ACTS: dict[str, Act] = {
    "aan": (propose_tip, _("Uw voorstel staat klaar. Een collega bevestigt het.")),
    "bevestig": (confirm_tip, _("De tip staat aan.")),
    "uit": (turn_tip_off, _("De tip staat uit.")),
}


@staff_may(Right.MANAGE_TIPS, Module.VAULT)
@require_GET
def index(request: StaffRequest) -> HttpResponse:
    rows = [_row(each, request) for each in switched_tips()]
    topics = [
        {"topic": topic, "rows": [row for row in rows if row["tip"].topic is topic]}
        for topic in Topic
    ]
    waiting = sum(row["is_proposed"] for row in rows)
    return render(request, "web/desk/tips/index.html", {"topics": topics, "waiting": waiting})


@staff_may(Right.MANAGE_TIPS, Module.VAULT)
@require_GET
def show(request: StaffRequest, key: str) -> HttpResponse:
    each = _found(key)
    tip = each.rule
    context = {
        "row": _row(each, request),
        "part": asked_by(tip),
        "texts": [_text(key) for key in tip.items],
        "languages": [
            {"code": code, "name": name, "words": tip.texts[code]}
            for code, name in LANGUAGES.items()
        ],
        "elements": [
            {"element": element, "care": catalogue().care_of(element).nl}
            for element in elements_of(tip)
        ],
        "purpose": catalogue().purposes[tip.purpose].nl,
        "record": to_read(record_of(described(tip), request.municipality, each.switch)),
    }
    return render(request, "web/desk/tips/tip.html", context)


@staff_may(Right.MANAGE_TIPS, Module.VAULT)
@require_GET
def record(request: StaffRequest, key: str) -> HttpResponse:
    """For the Algoritmeregister."""
    each = _found(key)
    content = record_of(described(each.rule), request.municipality, each.switch)
    return as_file(content, f"algoritmeregister-tip-{key}")


@staff_may(Right.MANAGE_TIPS, Module.VAULT)
@require_POST
def act(request: StaffRequest, key: str, name: str) -> HttpResponse:
    press(request, name, ACTS, tips().get(key))
    return redirect("desk-tip", key)


def _found(key: str) -> Switched[Tip, TipSwitch]:
    found = next((each for each in switched_tips() if each.rule.key == key), None)
    if found is None:
        raise Http404
    return found


def _row(each: Switched[Tip, TipSwitch], request: StaffRequest) -> dict[str, Any]:
    words = each.rule.words_in(DUTCH)
    return standing(each, request) | {"tip": each.rule, "title": words.title}


def _text(key: str) -> dict[str, str]:
    """The text that residents read, at their own door."""
    item = items()[key]
    event = next(iter(item.life_events))
    url = reverse("information-item", RESIDENT.urlconf, args=[event, key])
    return {"title": item.texts[DUTCH].title, "url": url}
