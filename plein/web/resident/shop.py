"""The shop: browse and search for one member of the household, and look at a product."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from plein.identity.models import Member
from plein.web.pages import Pages
from plein.web.policies import shopper_or_helped
from plein.web.request import ResidentRequest
from plein.web.resident.shop_filter import PRICES, SORT_WORDS, groups, map_url, wanted_in
from plein.web.resident.shop_home import home
from plein.web.resident.shopper import Shopper, card
from plein.webshop.limits import limits_at
from plein.webshop.models import AssortmentEntry, Grant, ProductVersion
from plein.webshop.queries.budgets import spendable
from plein.webshop.queries.catalogue import PAGE, on_sale
from plein.webshop.queries.searching import chosen, listed, on_page, vocabulary
from plein.webshop.words import meant


@shopper_or_helped
@require_GET
def shop(request: ResidentRequest) -> HttpResponse:
    shopper = Shopper(request)
    everything = on_sale(shopper.schemes, shopper.member, request.today)
    wanted, typed = wanted_in(request.GET, shopper.most), ""
    rows = listed(everything, wanted)
    if not rows and wanted.words and (better := meant(wanted.words, vocabulary(everything))):
        wanted, typed = replace(wanted, words=better), wanted.words
        rows = listed(everything, wanted)
    pages = Pages(request, chosen(rows, wanted), PAGE)
    is_home = not set(request.GET) - {"voor"}
    context = {
        "shopper": shopper,
        "wanted": wanted,
        "typed": typed,
        "only_fitting": wanted.most is not None,
        "sorts": SORT_WORDS,
        "prices": PRICES,
        "groups": groups(rows, wanted),
        "count": pages.count,
        "map_url": map_url(request.GET, wanted),
        "pages": pages,
        "products": [card(each, shopper.most) for each in on_page(everything, pages.rows)],
        "home": home(shopper, rows, waiting=_is_alone(request)) if is_home else None,
    }
    template = "web/resident/shop_results.html" if request.htmx else "web/resident/shop.html"
    return render(request, template, context)


@shopper_or_helped
@require_GET
def product(request: ResidentRequest, version_id: UUID) -> HttpResponse:
    shopper = Shopper(request)
    schemes = {grant.period.scheme_id for grant in shopper.grants}
    entries = AssortmentEntry.objects.on_offer().filter(scheme__in=schemes)
    version = get_object_or_404(
        ProductVersion.objects.filter(product__in=entries.values("product")).select_related(
            "product__provider__organisation"
        ),
        pk=version_id,
        status="goedgekeurd",
    )
    offered = {entry.scheme_id: entry for entry in entries.filter(product=version.product_id)}
    members = shopper.family.members
    kinds = list(version.product.variants.filter(is_withdrawn=False))
    is_sold_out = all(kind.is_sold_out for kind in kinds) if kinds else version.product.stock == 0
    context = {
        "shopper": shopper,
        "version": version,
        "is_kept": _is_kept(request, version),
        "product": card(version, shopper.most),
        "kinds": kinds,
        "is_sold_out": is_sold_out,
        "waits": is_sold_out and _waits(request, version),
        "places": version.product.provider.places.prefetch_related("hours"),
        "is_open": version.is_open_on(request.today),
        "limits": limits_at(version, offered),
        "choices": [_choice(member, version, offered, shopper) for member in members],
    }
    return render(request, "web/resident/product.html", context)


def _is_alone(request: ResidentRequest) -> bool:
    """Who helps is not shown what somebody keeps, nor for what they wait."""
    return request.mandate is None and request.assisted is None


def _is_kept(request: ResidentRequest, version: ProductVersion) -> bool:
    return (
        _is_alone(request)
        and request.resident.favourites.filter(product=version.product_id).exists()
    )


def _waits(request: ResidentRequest, version: ProductVersion) -> bool:
    waiting = request.resident.stock_wishes.filter(product=version.product_id, told_at=None)
    return _is_alone(request) and waiting.exists()


def _choice(
    member: Member, version: ProductVersion, offered: dict[UUID, AssortmentEntry], shopper: Shopper
) -> dict[str, Any]:
    """For whom it can be bought, and what is left after that."""
    grant = _pays(version, member, offered, shopper)
    own_share = _own_share(version, grant, offered) if grant else 0
    return {
        "member": member,
        "name": shopper.family.name_of(member),
        "chosen": member.pk == shopper.member.pk,
        "suits": version.suits(member.birth_month, shopper.day),
        "grant": grant,
        "own_share": own_share,
        "after": grant.budget.balance - version.price + own_share if grant else 0,
    }


def _pays(
    version: ProductVersion,
    member: Member,
    offered: dict[UUID, AssortmentEntry],
    shopper: Shopper,
) -> Grant | None:
    """The budget that pays: the first with enough money, else the first that may."""
    fitting = [
        grant
        for grant in spendable(shopper.grants, member, shopper.day)
        if grant.period.scheme_id in offered
    ]
    enough = (
        grant
        for grant in fitting
        if grant.budget.balance >= version.price - _own_share(version, grant, offered)
    )
    return next(enough, fitting[0] if fitting else None)


def _own_share(version: ProductVersion, grant: Grant, offered: dict[UUID, AssortmentEntry]) -> int:
    return offered[grant.period.scheme_id].own_share_of(version.price)
