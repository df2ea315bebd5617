"""What was sold out is for sale again: who asked hears of it once, and nothing is kept for them."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Exists, OuterRef

from plein.delivery.notices import Notice
from plein.identity.models import Member
from plein.webshop.models import Grant, Scheme, StockWish
from plein.webshop.queries.catalogue import for_sale, open_on
from plein.workflows.telling_once import tell_once


@transaction.atomic
def tell_of_stock(day: date, *, at: datetime) -> int:
    """How many residents are told: one word each, and only who has a budget to buy it with."""
    schemes = list(Scheme.objects.values_list("pk", flat=True))
    back = open_on(for_sale(schemes), day)
    budgets = Grant.objects.spendable_on(day).filter(
        household__members__in=Member.objects.on(day).filter(
            resident=OuterRef(OuterRef("resident"))
        ),
        period__scheme__assortment__product=OuterRef("product"),
    )
    waiting = StockWish.objects.filter(told_at=None, product__in=back.values("product"))
    wishes = list(waiting.filter(Exists(budgets)))
    told = tell_once(
        Notice.STOCK, {f"weer-{day}-{wish.resident_id}": wish.resident_id for wish in wishes}, at
    )
    StockWish.objects.filter(pk__in=[wish.pk for wish in wishes]).update(told_at=at)
    return told
