"""Uw keuzes over tips: all, by topic, and a yes or no for what is extra sensitive."""

from collections.abc import Collection
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from plein.content.models import ShownTip
from plein.content.tips.choosing import consent
from plein.content.tips.library import tips, traits
from plein.content.tips.standing import standing_of
from plein.content.tips.tip import Tip, Topic
from plein.journeys.languages import DUTCH
from plein.proactive.actions.choosing import (
    special_of,
    turn_help,
    turn_help_about,
    withdraw_help_consent,
)
from plein.proactive.standing import running
from plein.vault.catalogue import catalogue
from plein.web.policies import vault_only
from plein.web.request import ResidentRequest
from plein.web.resident.tips.page import topic_of

HOW = {"aan": True, "uit": False}


@vault_only
@require_GET
def show(request: ResidentRequest) -> HttpResponse:
    chosen = standing_of(request.resident, request.today)
    here = chosen.tips
    needs = [each.rule for each in running(request.today).values()]
    topics = {rule.topic for rule in (*here, *needs)}
    asked = special_elements(here).union(*map(special_of, needs))
    special = asked | chosen.consents  # a yes that was given can be taken back
    context = {
        "is_off": chosen.is_off,
        "topics": [
            {"topic": topic, "is_on": topic not in chosen.topics_off}
            for topic in Topic
            if topic in topics
        ],
        "elements": [
            {
                "key": key,
                "words": _(catalogue().words(key)),
                "is_given": key in chosen.consents,
                "tips": [_title(tip) for tip in here if key in special_elements([tip])],
            }
            for key in sorted(special)
        ],
        "shown": _shown(request),
    }
    return render(request, "web/resident/tips/choices.html", context)


def special_elements(of: Collection[Tip]) -> set[str]:
    names = {name for tip in of for name in tip.condition.names}
    return set().union(*(traits()[name].special for name in names))


def _title(tip: Tip) -> str:
    return tip.words_in(get_language() or DUTCH).title


def _shown(request: ResidentRequest) -> list[dict[str, Any]]:
    """Of the last 30 days; a tip that is gone from Plein has no words any more."""
    rows = ShownTip.objects.filter(resident=request.resident).order_by("-last_on", "kind")
    return [
        {"title": _title(tips()[row.kind]), "on": row.last_on} for row in rows if row.kind in tips()
    ]


@vault_only
@require_POST
def turn_all(request: ResidentRequest, how: str) -> HttpResponse:
    is_on = _on(how)
    turn_help(request.resident, on=is_on, at=request.now)
    said = _("Tips staan aan.") if is_on else _("Tips staan uit. Wij kijken nergens meer naar.")
    messages.success(request, said)
    return redirect("tip-choices")


@vault_only
@require_POST
def turn(request: ResidentRequest, topic: str, how: str) -> HttpResponse:
    found, is_on = topic_of(topic), _on(how)
    turn_help_about(request.resident, found, on=is_on, at=request.now)
    said = (
        _("U krijgt weer tips over: {topic}.")
        if is_on
        else _("U krijgt geen tips meer over: {topic}.")
    )
    messages.success(request, said.format(topic=found.label))
    return redirect("tip-choices")


@vault_only
@require_POST
def allow(request: ResidentRequest, element: str, how: str) -> HttpResponse:
    """A yes only for what a tip of this municipality asks; a no always."""
    if _on(how):
        needs = [each.rule for each in running(request.today).values()]
        tips = standing_of(request.resident, request.today).tips
        if element not in special_elements(tips).union(*map(special_of, needs)):
            raise Http404
        consent(request.resident, element, at=request.now)
        messages.success(request, _("Dank u. U ziet nu ook tips hierover, als ze bij u passen."))
    else:
        withdraw_help_consent(request.resident, element, at=request.now)
        messages.success(request, _("Wij kijken hier niet meer naar voor tips."))
    return redirect("tip-choices")


def _on(how: str) -> bool:
    if how not in HOW:
        raise Http404
    return HOW[how]
