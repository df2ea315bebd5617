"""What is sold out, and of which somebody wants to hear when it is not."""

from django.db import models

from plein.identity.models import Resident
from plein.tenants.tenant_model import TenantModel
from plein.webshop.models.catalogue import Product


class StockWish(TenantModel):
    """One word when a product is for sale again, and no place in a queue; dropped after 90 days."""

    resident = models.ForeignKey(Resident, models.CASCADE, related_name="stock_wishes")
    product = models.ForeignKey(Product, models.CASCADE, related_name="+")
    asked_at = models.DateTimeField()
    told_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["resident", "product"], name="webshop_stock_wish_once")
        ]
