"""The moments of a timeline as a page shows them, and as a file for a calendar."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.urls import reverse

from plein.content.calendar import Entry, event_file
from plein.content.life_events import LifeEvent
from plein.content.timeline import Moment, Part
from plein.web.calendar_answer import calendar_answer
from plein.web.public.information.told import beside, told
from plein.web.public.information.when_words import when_words
from plein.web.request import PleinRequest


def shown_parts(
    parts: Mapping[Part, Sequence[Moment]], event: LifeEvent, today: date
) -> list[dict[str, Any]]:
    """Without the parts in which there is nothing."""
    return [
        {"part": part, "moments": [_shown(each, event, today) for each in moments]}
        for part, moments in parts.items()
        if moments
    ]


def _shown(moment: Moment, event: LifeEvent, today: date) -> dict[str, Any]:
    its = told(moment.item, today)
    return {
        "told": its,
        "dutch": beside(its, event, today),
        "when": when_words(moment),
        "weight": moment.plan.weight if moment.plan else None,
        "is_over": moment.until is not None and moment.until < today,
        "moment": moment,
    }


def calendar_of(request: PleinRequest, event: str, moments: Iterable[Moment]) -> HttpResponse:
    """In the language of who reads; of moments that have a day."""
    entries = [
        Entry(
            moment.item.key,
            told(moment.item, request.today).title,
            moment.in_calendar_on,
            moment.until is not None,
            request.build_absolute_uri(reverse("information-item", args=[event, moment.item.key])),
        )
        for moment in moments
        if moment.in_calendar_on
    ]
    content = event_file(event, entries, host=request.municipality.host, at=request.now)
    return calendar_answer(content, event)
