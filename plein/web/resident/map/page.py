"""The places where something that was found can be got, in a list beside a map."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from plein.kernel.refusal import Refusal
from plein.web.pages import Pages
from plein.web.policies import shopper_or_helped
from plein.web.request import ResidentRequest
from plein.web.resident.map import home
from plein.web.resident.map.distance import distance_words
from plein.web.resident.map.opening import is_open, opening_words
from plein.web.resident.map.picture import picture_of
from plein.web.resident.shop_filter import wanted_in
from plein.web.resident.shopper import Shopper
from plein.webshop.queries.catalogue import on_sale
from plein.webshop.queries.nearby import Spot, spots_of
from plein.webshop.queries.searching import Found, Wanted, counts, listed

PAGE = 20  # dots that can still be told apart


@shopper_or_helped
@require_GET
def shop_map(request: ResidentRequest) -> HttpResponse:
    shopper = Shopper(request)
    wanted = wanted_in(request.GET, shopper.most)
    rows = listed(on_sale(shopper.schemes, shopper.member, request.today), wanted)
    products = _by_provider(rows, wanted)
    at_home = home.kept(request)
    every = spots_of(products, at_home)
    pages = Pages(request, every, PAGE)
    numbered = list(enumerate(pages.rows, (pages.number - 1) * PAGE + 1))
    context = {
        "shopper": shopper,
        "pages": pages,
        "spots": [_shown(spot, number, request) for number, spot in numbered],
        "map": picture_of([(number, spot.place) for number, spot in numbered], at_home),
        "knows_home": at_home is not None,
        "may_ask": home.may_ask(request),
        "elsewhere": _without_place(rows, products, every, request.GET),
        "query": request.GET.urlencode(),
    }
    return render(request, "web/resident/shop_map.html", context)


@shopper_or_helped
@require_POST
def distance(request: ResidentRequest) -> HttpResponse:
    """Look up where somebody lives, or forget it: the button says which."""
    if not home.may_ask(request):
        raise PermissionDenied
    if request.POST.get("weg"):
        home.forget(request)
    else:
        try:
            home.keep(request)
        except Refusal as refusal:
            messages.error(request, str(refusal))
    return redirect(f"{reverse('shop-map')}?{request.GET.urlencode()}")


def _by_provider(rows: list[Found], wanted: Wanted) -> dict[UUID, int]:
    """How many products of each, by every choice beside the list."""
    numbers = counts(rows, wanted, "provider")
    asked = set(wanted.providers)
    return {
        row.provider: numbers[row.provider]
        for row in rows
        if numbers[row.provider] and (not asked or row.provider in asked)
    }


def _shown(spot: Spot, number: int, request: ResidentRequest) -> dict[str, Any]:
    place, provider = spot.place, spot.place.provider
    return {
        "number": number,
        "place": place,
        "provider": "" if str(provider) == place.name else str(provider),
        "is_open": is_open(place, request.now),
        "opening": opening_words(place, request.now),
        "distance": distance_words(spot.metres),
        "products": spot.products,
        "url": _list_url(request.GET, provider.pk),
    }


def _without_place(
    rows: list[Found], products: Mapping[UUID, int], spots: list[Spot], asked: QueryDict
) -> list[dict[str, Any]]:
    """Who was found, and has no place to go to: by name."""
    placed = {spot.place.provider_id for spot in spots}
    names = {row.provider: row.name for row in rows if row.provider in products.keys() - placed}
    return [
        {"name": name, "products": products[key], "url": _list_url(asked, key)}
        for key, name in sorted(names.items(), key=lambda each: each[1].lower())
    ]


def _list_url(asked: QueryDict, provider: UUID) -> str:
    """What was found, of this provider alone."""
    query = asked.copy()
    query.pop("pagina", None)
    query["winkel"] = str(provider)
    return f"{reverse('shop')}?{query.urlencode()}"
