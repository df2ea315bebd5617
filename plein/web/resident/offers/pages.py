"""What there is, for everybody: found by words, kind and place."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from plein.offers.models import Kind, OfferVersion, Response
from plein.offers.queries import matching, posted, suggestions_to
from plein.web.pages import Pages
from plein.web.policies import public
from plein.web.request import ResidentRequest

PAGE = 12


@public
@require_GET
def index(request: ResidentRequest) -> HttpResponse:
    every = posted(request.today)
    asked = {name: _typed(request, name) for name in ("zoek", "soort", "plaats")}
    found = matching(every, asked["zoek"])
    if asked["soort"] in Kind:
        found = found.filter(kind=asked["soort"])
    if asked["plaats"]:
        found = found.filter(place=asked["plaats"])
    places = every.order_by("place").values_list("place", flat=True).distinct()
    context = {
        "pages": Pages(request, found, PAGE),
        "asked": asked,
        "kinds": Kind.choices,
        "places": sorted(set(places)),
        "is_filtered": any(asked.values()),
        "is_own": is_alone(request),
    }
    return render(request, "web/resident/offers/list.html", context)


@public
@require_GET
def show(request: ResidentRequest, offer_id: UUID) -> HttpResponse:
    version = find(request, offer_id)
    context: dict[str, Any] = {"version": version, "is_full": is_full(version)}
    if is_alone(request):
        own = Response.objects.running().filter(resident=request.resident, offer=offer_id)
        suggested = suggestions_to(request.resident, request.today).filter(offer=offer_id)
        context |= {"is_own": True, "response": own.first(), "suggestion": suggested.first()}
    return render(request, "web/resident/offers/offer.html", context)


def _typed(request: HttpRequest, name: str) -> str:
    return request.GET.get(name, "").replace("\0", "").strip()[:100]


def find(request: ResidentRequest, offer_id: UUID) -> OfferVersion:
    """Raises `Http404` for what is not posted today."""
    return get_object_or_404(posted(request.today), offer=offer_id)


def is_full(version: Any) -> bool:
    return version.places is not None and version.placed >= version.places


def is_alone(request: HttpRequest) -> bool:
    """Signed in, and neither helped nor together with staff: sharing is for the resident alone."""
    found = getattr(request, "resident", None)
    helped = getattr(request, "mandate", None) or getattr(request, "assisted", None)
    return found is not None and not helped
