"""Informatie: the life events, and finding a text by its words."""

from collections import Counter

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_GET

from plein.content.library import shown_on
from plein.content.life_events import LIFE_EVENTS
from plein.content.searching import search
from plein.journeys.languages import DUTCH
from plein.tenants.models import Module
from plein.web.policies import public
from plein.web.public.information.told import told
from plein.web.request import PleinRequest

LONGEST = 100  # characters


@public
@require_GET
def index(request: PleinRequest) -> HttpResponse:
    shown = shown_on(request.today)
    words = request.GET.get("zoek", "").replace("\0", "").strip()[:LONGEST]
    found = search(shown, words, get_language() or DUTCH) if words else []
    counts = Counter(event for item in shown for event in item.life_events)
    context = {
        "words": words,
        "has_tips": request.municipality.has(Module.VAULT),
        "found": [told(item, request.today) for item in found],
        "tiles": [
            {"event": event, "count": counts[event.key]}
            for event in LIFE_EVENTS.values()
            if counts[event.key]
        ],
    }
    return render(request, "web/public/information/index.html", context)
