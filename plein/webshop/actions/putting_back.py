"""Whatever way a line ends without being kept: what it took is free again."""

from datetime import datetime

from django.db.models import F

from plein.webshop.actions.ending import return_if_ended
from plein.webshop.models import OrderLine, Product


def put_back(line: OrderLine, *, on_shelf: bool = True, at: datetime) -> None:
    """After its money is on the budget again; every way back comes through here."""
    return_if_ended(line.grant, line.hold.amount, key=f"return-{line.pk}", at=at)
    if on_shelf:
        product = Product.objects.filter(pk=line.version.product_id, stock__isnull=False)
        product.update(stock=F("stock") + 1)
