"""A telephone or computer of a resident that gets a word on its screen."""

from django.db import models

from plein.identity.models import Resident
from plein.tenants.tenant_model import TenantModel


class Device(TenantModel):
    """`subscription_sealed` is where its browser listens, and with which keys; until it is gone."""

    resident = models.ForeignKey(Resident, models.PROTECT, related_name="devices")
    subscription_sealed = models.BinaryField()
    endpoint_index = models.BinaryField()
    added_at = models.DateTimeField()

    class Meta:
        ordering = ["added_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "endpoint_index"], name="delivery_device_once"
            )
        ]
