"""The shop: browse and search for one member of the household, and look at a product."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from plein.identity.models import Member
from plein.web.pages import Pages
from plein.web.policies import shopper_only
from plein.web.request import ResidentRequest
from plein.web.resident.family import Family
from plein.webshop.models import AssortmentEntry, Fulfilment, Grant, ProductVersion
from plein.webshop.queries.budgets import grants_for, spendable
from plein.webshop.queries.catalogue import (
    PAGE,
    SORTS,
    Wanted,
    category_counts,
    found,
    narrowed,
    on_sale,
)

FULFILMENT_ICONS = {
    Fulfilment.PICKUP: "shop",
    Fulfilment.DELIVERY: "truck",
    Fulfilment.VOUCHER: "qr-code",
    Fulfilment.COURSE: "calendar-event",
    Fulfilment.SUBSCRIPTION: "calendar-event",
}


class Shopper:
    """For whom somebody shops now, and with which budgets."""

    def __init__(self, request: ResidentRequest) -> None:
        self.day = request.today
        self.family = Family(request)
        self.grants = grants_for(request.household, self.family.members, self.day)
        self.member = self._chosen(request)
        self.budgets = spendable(self.grants, self.member, self.day)

    def _chosen(self, request: ResidentRequest) -> Member:
        """Who the resident chose, now or before; else the first with a budget."""
        wanted = request.GET.get("voor") or request.session.get("shops_for", "")
        if member := self.family.find(wanted):
            if request.session.get("shops_for") != str(member.pk):
                request.session["shops_for"] = str(member.pk)
            return member
        with_budget = (m for m in self.family.members if spendable(self.grants, m, self.day))
        return next(with_budget, self.family.own)

    @property
    def name(self) -> str:
        return self.family.name_of(self.member)

    @property
    def schemes(self) -> set[UUID]:
        return {grant.period.scheme_id for grant in self.budgets}

    @property
    def most(self) -> int:
        """The most one product can cost, in cents."""
        return max((grant.budget.balance for grant in self.budgets), default=0)

    def others(self) -> list[dict[str, Any]]:
        """Whom else to shop for."""
        return [
            {"name": self.family.name_of(member), "url": f"{reverse('shop')}?voor={member.pk}"}
            for member in self.family.members
            if member.pk != self.member.pk and spendable(self.grants, member, self.day)
        ]


@shopper_only
@require_GET
def shop(request: ResidentRequest) -> HttpResponse:
    shopper = Shopper(request)
    wanted = _wanted(request, shopper)
    for_sale = on_sale(shopper.schemes, shopper.member, request.today)
    products = narrowed(for_sale, wanted).select_related("product__provider__organisation")
    pages = Pages(request, products, PAGE)
    context = {
        "shopper": shopper,
        "wanted": wanted,
        "only_fitting": wanted.most is not None,
        "sorts": [("naam", _("Naam")), ("prijs", _("Prijs"))],
        "categories": category_counts(found(for_sale, wanted)),
        "count": pages.count,
        "pages": pages,
        "products": [card(version, shopper) for version in pages.rows],
    }
    template = "web/resident/shop_results.html" if request.htmx else "web/resident/shop.html"
    return render(request, template, context)


def _wanted(request: ResidentRequest, shopper: Shopper) -> Wanted:
    asked = request.GET
    return Wanted(
        words=asked.get("zoek", "").strip()[:100],
        categories=asked.getlist("soort"),
        most=shopper.most if asked.get("past") else None,
        sort=asked.get("sorteer") if asked.get("sorteer") in SORTS else "naam",  # type: ignore[arg-type]
    )


@shopper_only
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
    offered = {entry.scheme_id for entry in entries.filter(product=version.product_id)}
    members = shopper.family.members
    context = {
        "shopper": shopper,
        "version": version,
        "product": card(version, shopper),
        "kinds": version.product.variants.filter(is_withdrawn=False),
        "places": version.product.provider.places.prefetch_related("hours"),
        "is_open": version.is_open_on(request.today),
        "choices": [_choice(member, version, offered, shopper) for member in members],
    }
    return render(request, "web/resident/product.html", context)


def _choice(
    member: Member, version: ProductVersion, offered: set[UUID], shopper: Shopper
) -> dict[str, Any]:
    """For whom it can be bought, and what is left after that."""
    grant = _pays(version, member, offered, shopper)
    return {
        "member": member,
        "name": shopper.family.name_of(member),
        "chosen": member.pk == shopper.member.pk,
        "suits": version.suits(member.birth_month, shopper.day),
        "grant": grant,
        "after": grant.budget.balance - version.price if grant else 0,
    }


def _pays(
    version: ProductVersion, member: Member, offered: set[UUID], shopper: Shopper
) -> Grant | None:
    """The budget that pays: the first with enough money, else the first that may."""
    fitting = [
        grant
        for grant in spendable(shopper.grants, member, shopper.day)
        if grant.period.scheme_id in offered
    ]
    enough = (grant for grant in fitting if grant.budget.balance >= version.price)
    return next(enough, fitting[0] if fitting else None)


def card(version: ProductVersion, shopper: Shopper) -> dict[str, Any]:
    """What `web/parts/product_card.html` shows."""
    return {
        "url": reverse("product", args=[version.pk]),
        "title": version.title,
        "provider": version.product.provider.organisation.name,
        "photo_url": version.photo_url,
        "icon": "gift",
        "fulfilment": version.get_fulfilment_display(),
        "fulfilment_icon": FULFILMENT_ICONS[Fulfilment(version.fulfilment)],
        "age": version.age_words,
        "price": version.price,
        "fits": version.price <= shopper.most,
    }
