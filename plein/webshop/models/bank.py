"""What of a file of the bank was about the payments of the shop."""

from django.db import models

from plein.tenants.tenant_model import TenantModel


class BankReading(TenantModel):
    """`file` is that of the bank page; `left` is what could not be booked, without names."""

    file = models.UUIDField()
    read_at = models.DateTimeField()
    paid = models.PositiveIntegerField(default=0)
    paid_cents = models.BigIntegerField(default=0)
    returned = models.PositiveIntegerField(default=0)
    returned_cents = models.BigIntegerField(default=0)
    left = models.JSONField(default=list)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "file"], name="webshop_bank_reading_once"
            )
        ]
