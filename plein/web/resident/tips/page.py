"""Voor u: what may concern this resident now, each with its reason. Worked out when asked for."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from plein.content.library import shown_on
from plein.content.tips.judging import Judged
from plein.content.tips.own import judged_for
from plein.content.tips.showing import note_shown
from plein.content.tips.standing import standing_of
from plein.content.tips.tip import Tip, Topic
from plein.journeys.languages import DUTCH
from plein.proactive.actions.choosing import turn_help_about
from plein.regelingen.library import rule_book
from plein.web.policies import vault_only
from plein.web.public.information.told import Told, told
from plein.web.request import ResidentRequest


@vault_only
@require_GET
def show(request: ResidentRequest) -> HttpResponse:
    standing, norms = standing_of(request.resident, request.today), rule_book().norms
    found = judged_for(request.resident, standing.tips, standing, norms, at=request.now)
    rows = _shown(found, request.today)
    note_shown(request.resident, [row["tip"] for row in rows], request.today)
    context = {
        "topics": _by_topic(rows),
        "is_off": standing.is_off,
        "some_off": bool(standing.topics_off),
    }
    return render(request, "web/resident/tips/page.html", context)


def _shown(every: list[Judged[Tip]], today: date) -> list[dict[str, Any]]:
    """What is so and has a text that residents may read; what has a day, the first day first."""
    texts = {item.key: told(item, today) for item in shown_on(today)}
    so = sorted((each for each in every if each.holds), key=lambda each: each.on or date.max)
    rows = [_row(each, texts) for each in so]
    return [row for row in rows if row["texts"]]


def _by_topic(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The topic of what comes first, first: each with its one button."""
    order = dict.fromkeys(row["tip"].topic for row in rows)
    return [
        {"topic": topic, "rows": [row for row in rows if row["tip"].topic is topic]}
        for topic in order
    ]


def _row(each: Judged[Tip], texts: dict[str, Told]) -> dict[str, Any]:
    language = get_language() or DUTCH
    return {
        "tip": each.tip,
        "title": each.tip.words_in(language).title,
        "reason": each.reason_in(language),
        "texts": [texts[key] for key in each.tip.items if key in texts],
    }


@vault_only
@require_POST
def no_more(request: ResidentRequest, topic: str) -> HttpResponse:
    found = topic_of(topic)
    turn_help_about(request.resident, found, on=False, at=request.now)
    messages.success(request, _("U krijgt geen tips meer over: {topic}.").format(topic=found.label))
    return redirect("tips")


def topic_of(key: str) -> Topic:
    if key not in Topic:
        raise Http404
    return Topic(key)
