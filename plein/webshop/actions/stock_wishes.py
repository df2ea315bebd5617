"""Zeg het mij als het er weer is: asked, told once at night, and forgotten."""

from datetime import date, datetime, timedelta

from django.utils.translation import gettext_lazy as _

from plein.delivery.models import Contact, Way
from plein.identity.models import Resident
from plein.kernel.clock import start_of
from plein.kernel.refusal import Refusal
from plein.webshop.models import Product, StockWish

KEPT_DAYS = 90  # after that nobody waits for it any more


class CannotBeTold(Refusal):
    message = _("Wij kunnen u nu geen bericht sturen. Kies eerst bij ‘Gegevens’ hoe dat mag.")


def ask_for_word(resident: Resident, product: Product, *, at: datetime) -> None:
    """Once per product; who was told may ask again. Raises `CannotBeTold`."""
    contacts = Contact.objects.filter(resident=resident, wants_reminders=True)
    if not contacts.exclude(way=Way.HAND).exists():
        raise CannotBeTold
    StockWish.objects.update_or_create(
        resident=resident, product=product, defaults={"asked_at": at, "told_at": None}
    )


def ask_no_word(resident: Resident, product: Product) -> None:
    resident.stock_wishes.filter(product=product).delete()


def forget_stock_wishes(day: date) -> int:
    """What was asked more than 90 days ago, told or not; how many."""
    before = start_of(day - timedelta(days=KEPT_DAYS))
    gone, _each = StockWish.objects.filter(asked_at__lt=before).delete()
    return gone
