"""Keeping a product in sight, and letting go of it."""

from datetime import date, datetime, timedelta

from plein.identity.models import Resident
from plein.kernel.clock import start_of
from plein.webshop.models import BasketLine, Favourite, Product

MOST = 200
KEPT_DAYS = 365  # what nobody looked at for a year is no wish any more


def keep(resident: Resident, product: Product, *, at: datetime) -> None:
    """Once per product; a second time changes nothing."""
    if resident.favourites.count() < MOST:
        Favourite.objects.get_or_create(
            resident=resident, product=product, defaults={"added_at": at}
        )


def let_go(resident: Resident, product: Product) -> None:
    resident.favourites.filter(product=product).delete()


def forget_wishes(day: date) -> int:
    """Favourites and lines of baskets of more than a year old; how many."""
    before = start_of(day - timedelta(days=KEPT_DAYS))
    favourites, _each = Favourite.objects.filter(added_at__lt=before).delete()
    lines, _each = BasketLine.objects.filter(added_at__lt=before).delete()
    return favourites + lines
