"""What a resident keeps in sight: no money, no order, only a heart."""

from django.db import models

from plein.identity.models import Resident
from plein.tenants.tenant_model import TenantModel
from plein.webshop.models.catalogue import Product


class Favourite(TenantModel):
    """A product that a resident marked, to find it again; forgotten after a year."""

    resident = models.ForeignKey(Resident, models.CASCADE, related_name="favourites")
    product = models.ForeignKey(Product, models.CASCADE, related_name="+")
    added_at = models.DateTimeField()

    class Meta:
        ordering = ["-added_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["resident", "product"], name="webshop_favourite_once")
        ]
