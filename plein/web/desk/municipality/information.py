"""Teksten: how fresh the information for residents is, for who owns it."""

from collections import Counter

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from plein.content.freshness import Freshness, freshness_on, off_on
from plein.content.item import Item
from plein.content.library import items
from plein.content.life_events import LIFE_EVENTS
from plein.identity.roles import Right
from plein.journeys.languages import DUTCH
from plein.web.doors import RESIDENT
from plein.web.policies import staff_may
from plein.web.request import StaffRequest


@staff_may(Right.EDIT_TEXTS)
@require_GET
def index(request: StaffRequest) -> HttpResponse:
    """The oldest first; residents read all but the red ones."""
    oldest_first = sorted(items().values(), key=lambda each: (each.reviewed_on, each.key))
    rows = [
        {
            "item": each,
            "title": each.texts[DUTCH].title,
            "events": [LIFE_EVENTS[key].name for key in each.life_events],
            "freshness": freshness_on(each.reviewed_on, request.today),
            "off_on": off_on(each.reviewed_on),
            "url": _address(each),
        }
        for each in oldest_first
    ]
    counts = Counter(row["freshness"] for row in rows)
    context = {"rows": rows, "counts": [(colour, counts[colour]) for colour in Freshness]}
    return render(request, "web/desk/municipality/information.html", context)


def _address(item: Item) -> str:
    event = next(iter(item.life_events))
    return reverse("information-item", RESIDENT.urlconf, args=[event, item.key])
