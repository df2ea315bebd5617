"""Wie vraagt wat: each fixed set of data, how little of it is asked, and by which law."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from plein.vault.catalogue import catalogue
from plein.vault.catalogue.types import Ask, Bundle
from plein.web.policies import public
from plein.web.request import PleinRequest


@public
@require_GET
def who_asks(request: PleinRequest) -> HttpResponse:
    bundles = [_bundle(bundle) for bundle in catalogue().bundles.values()]
    return render(request, "web/public/who_asks.html", {"bundles": bundles})


def _bundle(bundle: Bundle) -> dict[str, Any]:
    asks, found = catalogue().asks(bundle), catalogue()
    titles = {
        Ask.ASK: _("Dit vult u zelf in"),
        Ask.CONFIRM: _("Dit laten wij zien: klopt het?"),
        Ask.NEVER: _("Dit haalt de gemeente zelf op"),
    }
    parts = [
        {
            "title": title,
            "elements": [
                {
                    "nl": element.nl,
                    "source": found.source_of(element).nl,
                    "law": found.bases[element.bases[-1]].law,
                }
                for key in bundle.elements
                if (element := found.elements.get(key)) and element.ask == ask
            ],
        }
        for ask, title in titles.items()
    ]
    answers = [{"nl": found.derived[key].nl} for key in bundle.elements if key in found.derived]
    if answers:
        parts.append({"title": _("Alleen ja of nee"), "elements": answers})
    return {
        "title": bundle.nl,
        "purpose": found.purposes[bundle.purpose].nl,
        "note": bundle.note,
        "total": sum(asks.values()),
        "never": asks[Ask.NEVER],
        "confirm": asks[Ask.CONFIRM],
        "ask": asks[Ask.ASK],
        "parts": [part for part in parts if part["elements"]],
    }
