"""What a municipality used in a month: totals, and nothing about anybody."""

from django.db import models
from django.db.models import Q

from plein.metering.meters import Meter
from plein.tenants.tenant_model import TenantModel


class MonthlyUse(TenantModel):
    """One meter of a month that is over: written once, never changed (a trigger refuses it)."""

    month = models.DateField()  # its first day
    meter = models.TextField(choices=Meter)
    count = models.BigIntegerField()
    counted_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "month", "meter"], name="metering_use_once"
            ),
            models.CheckConstraint(condition=Q(month__day=1), name="metering_use_first_day"),
            models.CheckConstraint(condition=Q(count__gte=0), name="metering_use_not_negative"),
        ]
