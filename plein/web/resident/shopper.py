"""For whom somebody shops now, and with which budgets."""

from typing import Any
from uuid import UUID

from django.urls import reverse

from plein.identity.models import Member
from plein.web.request import ResidentRequest
from plein.web.resident.family import Family
from plein.web.resident.shop_looks import BUDGET, note_look
from plein.webshop.models import Fulfilment, ProductVersion
from plein.webshop.queries.budgets import grants_for, spendable

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
        note_look(request, BUDGET)
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
        """The most a budget can pay of one product, in cents."""
        return max((grant.budget.balance for grant in self.budgets), default=0)

    def others(self) -> list[dict[str, Any]]:
        """Whom else to shop for."""
        return [
            {"name": self.family.name_of(member), "url": f"{reverse('shop')}?voor={member.pk}"}
            for member in self.family.members
            if member.pk != self.member.pk and spendable(self.grants, member, self.day)
        ]


def card(version: ProductVersion, most: int | None) -> dict[str, Any]:
    """What `web/parts/product_card.html` shows; `most` is what a budget can pay."""
    from_budget: int = getattr(version, "from_budget", version.price)
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
        "own_share": version.price - from_budget,
        "fits": None if most is None else from_budget <= most,
    }
