"""Soorten: a size or colour of a product, each with its own pieces on the shelf."""

from django.db import models
from django.db.models import Q

from plein.tenants.tenant_model import TenantModel
from plein.webshop.models.catalogue import Product


class Variant(TenantModel):
    """One kind of a product. Where there are kinds, one is chosen, and its stock counts."""

    product = models.ForeignKey(Product, models.PROTECT, related_name="variants")
    name = models.TextField()
    stock = models.PositiveIntegerField(null=True)  # None: as many as asked
    position = models.PositiveSmallIntegerField(default=0)
    is_withdrawn = models.BooleanField(default=False)

    class Meta:
        ordering = ["position", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["product", "name"],
                condition=Q(is_withdrawn=False),
                name="webshop_variant_name",
            ),
            models.CheckConstraint(
                condition=Q(stock=None) | Q(stock__gte=0), name="webshop_variant_stock"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_sold_out(self) -> bool:
        return self.stock == 0
