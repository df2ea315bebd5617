"""The places where something that was found can be got, in a list beside a map."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from plein.kernel.refusal import Refusal
from plein.web.pages import Pages
from plein.web.policies import shopper_or_helped
from plein.web.request import ResidentRequest
from plein.web.resident.map import home
from plein.web.resident.map.picture import picture_of
from plein.web.resident.map.rows import TOWN, products_url, spot_row, town_pills, without_place
from plein.web.resident.shop_filter import wanted_in
from plein.web.resident.shopper import Shopper
from plein.webshop.queries.catalogue import on_sale
from plein.webshop.queries.nearby import spots_of
from plein.webshop.queries.searching import Found, Wanted, counts, listed

PAGE = 20  # dots that can still be told apart


@shopper_or_helped
@require_GET
def shop_map(request: ResidentRequest) -> HttpResponse:
    shopper, asked = Shopper(request), request.GET
    wanted, town = wanted_in(asked, shopper.most), asked.get(TOWN, "")
    rows = listed(on_sale(shopper.schemes, shopper.member, request.today), wanted)
    products = _by_provider(rows, wanted)
    at_home = home.kept(request)
    every = spots_of(products, at_home)
    pages = Pages(request, [spot for spot in every if town in ("", spot.place.town)], PAGE)
    numbered = list(enumerate(pages.rows, (pages.number - 1) * PAGE + 1))
    drawn = picture_of([(number, spot.place) for number, spot in numbered], at_home)
    dots = {dot["number"] for dot in drawn["dots"]} if drawn else set()
    context = {
        "shopper": shopper,
        "pages": pages,
        "spots": [spot_row(number, spot, dots, asked, request.now) for number, spot in numbered],
        "map": drawn,
        "towns": town_pills(every, asked),
        "knows_home": at_home is not None,
        "may_ask": home.may_ask(request),
        "elsewhere": [] if town else without_place(rows, products, every, asked),
        "list_url": products_url(asked),
        "query": asked.urlencode(),
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
