"""One text: what to do, who decides, by which law, and when somebody last looked at it."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from plein.cases.offered import case_types_offered
from plein.content.freshness import Freshness, freshness_on
from plein.content.item import Item
from plein.content.library import items
from plein.content.life_events import LIFE_EVENTS
from plein.regelingen.applying import ways_to_apply
from plein.tenants.models import Module
from plein.web.policies import public
from plein.web.public.information.told import beside, told
from plein.web.request import PleinRequest

INSIGHT = {
    "mijn_geld": ("my-money", _("Kijk in Mijn geld wat u krijgt")),
    "misschien": ("maybe-entitled", _("Kijk waar u misschien recht op hebt")),
    "wat_als": ("what-if", _("Reken uit wat er verandert")),
}


@public
@require_GET
def item(request: PleinRequest, event: str, key: str) -> HttpResponse:
    """What residents do not see any more is not there, also for who kept the address."""
    found = items().get(key)
    if found is None or event not in found.life_events:
        raise Http404
    if freshness_on(found.reviewed_on, request.today) is Freshness.RED:
        raise Http404
    about, its = LIFE_EVENTS[event], told(found, request.today)
    context = {
        "event": about,
        "told": its,
        "dutch": beside(its, about, request.today),
        "item": found,
        "links": _links(found, request),
        "ways": [
            way for way in ways_to_apply() if way.url and way.regeling in found.related.regelingen
        ],
    }
    return render(request, "web/public/information/item.html", context)


def _links(found: Item, request: PleinRequest) -> list[dict[str, Any]]:
    """Only to what this municipality offers; who follows one signs in first."""
    links = [
        {"url": reverse("case-apply", args=[each.slug]), "words": _("Vraag aan"), "what": str(each)}
        for each in (case_types_offered(request.today) if found.related.journeys else [])
        if each.key in found.related.journeys
    ]
    if request.municipality.has(Module.VAULT):
        named = (INSIGHT[key] for key in found.related.insight)
        links += [{"url": reverse(name), "words": words, "what": ""} for name, words in named]
    return links
