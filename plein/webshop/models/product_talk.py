"""What provider and municipality say to each other about one product."""

from django.db import models
from django.db.models import Q

from plein.identity.models import Staff
from plein.tenants.tenant_model import TenantModel
from plein.webshop.models.catalogue import Product


class ProductMessage(TenantModel):
    """One thing that was said. The database lets nobody change it; only `read_at` comes later."""

    product = models.ForeignKey(Product, models.PROTECT, related_name="messages")
    staff = models.ForeignKey(
        Staff, models.PROTECT, null=True, related_name="+"
    )  # None: the provider
    text = models.TextField()
    key = models.UUIDField()  # of the form, so that a double click says it once
    sent_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)  # by the first of the other side

    class Meta:
        ordering = ["sent_at", "id"]
        indexes = [
            models.Index(
                fields=["municipality", "product"],
                condition=Q(read_at=None),
                name="webshop_message_unread",
            )
        ]
        constraints = [
            models.UniqueConstraint(fields=["product", "key"], name="webshop_message_once"),
            models.CheckConstraint(condition=~Q(text=""), name="webshop_message_says_something"),
        ]

    def __str__(self) -> str:
        return self.text
