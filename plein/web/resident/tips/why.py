"""Waarom zie ik een tip wel of niet: part for part, of what the resident has and nobody else."""

from collections.abc import Mapping
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_GET

from plein.content.tips.explaining import explained
from plein.content.tips.judging import Judged
from plein.content.tips.library import traits
from plein.content.tips.own import judged_for
from plein.content.tips.standing import Standing, standing_of
from plein.content.tips.tip import Tip, Topic
from plein.journeys.languages import DUTCH
from plein.regelingen.library import rule_book
from plein.web.policies import vault_only
from plein.web.request import ResidentRequest


@vault_only
@require_GET
def index(request: ResidentRequest) -> HttpResponse:
    """Every tip of this municipality, by topic; nothing is read for it."""
    language = get_language() or DUTCH
    tips = standing_of(request.resident, request.today).tips
    topics = [
        {
            "topic": topic,
            "tips": [
                {"key": tip.key, "title": tip.words_in(language).title}
                for tip in tips
                if tip.topic is topic
            ],
        }
        for topic in Topic
    ]
    shown = [each for each in topics if each["tips"]]
    return render(request, "web/resident/tips/why_index.html", {"topics": shown})


@vault_only
@require_GET
def show(request: ResidentRequest, key: str) -> HttpResponse:
    standing, norms = standing_of(request.resident, request.today), rule_book().norms
    tip = next((each for each in standing.tips if each.key == key), None)
    if tip is None:
        raise Http404
    found = judged_for(request.resident, [tip], standing, norms, at=request.now)
    context = _context(tip, standing, found[0] if found else None)
    return render(request, "web/resident/tips/why.html", context)


def _context(tip: Tip, standing: Standing, judged: Judged[Tip] | None) -> Mapping[str, Any]:
    """Where the resident turned it off, nothing was read: then only what it asks is told."""
    language = get_language() or DUTCH
    part = judged.parts_in(language) if judged else explained(tip.condition, traits(), language)
    return {
        "tip": tip,
        "title": tip.words_in(language).title,
        "topic": tip.topic,
        "parts": part.parts if part.parts and part.of_all else (part,),
        "is_shown": judged is not None and judged.holds is True,
        "was_read": judged is not None,
        "is_off": standing.is_off,
        "needs_consent": any(not standing.allows(traits()[name]) for name in tip.condition.names),
    }
