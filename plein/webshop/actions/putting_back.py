"""Whatever way a line ends without being kept: what it took is free again."""

from datetime import datetime

from django.db.models import F

from plein.webshop.actions.ending import return_if_ended
from plein.webshop.actions.own_share import give_back_of_line
from plein.webshop.checkout import queue_refund
from plein.webshop.models import OrderLine, Product, Variant


def put_back(line: OrderLine, *, on_shelf: bool = True, at: datetime) -> None:
    """After its money is on the budget again; every way back comes through here.

    To the pot when the budget has ended, to the shelf, and an own share to who paid it.
    """
    return_if_ended(line.grant, line.hold.amount, key=f"return-{line.pk}", at=at)
    if on_shelf:
        _fill_shelf(line)
    give_back_of_line(line, queue_refund, at)


def _fill_shelf(line: OrderLine) -> None:
    """One more of its kind, or else of the product."""
    if line.variant_id:
        kind = Variant.objects.filter(pk=line.variant_id, stock__isnull=False)
        kind.update(stock=F("stock") + 1)
    else:
        product = Product.objects.filter(pk=line.version.product_id, stock__isnull=False)
        product.update(stock=F("stock") + 1)
