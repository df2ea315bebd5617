"""The basket: a note to oneself, in which no money moves."""

from datetime import datetime

from django.db import transaction

from plein.identity.models import Member, Resident
from plein.webshop.models import BasketLine, Product, Variant

MOST_LINES = 50


@transaction.atomic
def put_in_basket(
    resident: Resident,
    product: Product,
    member: Member,
    *,
    variant: Variant | None = None,
    at: datetime,
) -> None:
    """Put a product in the basket for somebody; the same product once per person and kind."""
    lines = BasketLine.objects.filter(resident=resident)
    if lines.count() < MOST_LINES:
        lines.get_or_create(
            resident=resident,
            product=product,
            variant=variant,
            member=member,
            defaults={"added_at": at},
        )


def take_from_basket(line: BasketLine) -> None:
    line.delete()
