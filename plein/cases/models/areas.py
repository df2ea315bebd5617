"""Parts of a municipality, and which organisation does what in each of them, and when."""

from datetime import date
from typing import ClassVar, Self

from django.contrib.postgres.fields import DateRangeField, IntegerRangeField
from django.db import models

from plein.tenants.models import Organisation
from plein.tenants.tenant_model import TenantManager, TenantModel


class Area(TenantModel):
    name = models.TextField()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["municipality", "name"], name="cases_area_name"),
        ]

    def __str__(self) -> str:
        return self.name


class AreaPart(TenantModel):
    """A span of postcodes, as `kernel.postcodes` counts them. In a municipality none overlap."""

    area = models.ForeignKey(Area, models.CASCADE, related_name="parts")
    postcodes = IntegerRangeField()


class AreaContractQuerySet(models.QuerySet["AreaContract"]):
    def on(self, day: date) -> Self:
        return self.filter(period__contains=day)

    def at(self, postcode: int) -> Self:
        return self.filter(area__parts__postcodes__contains=postcode)


AreaContractManager = TenantManager.from_queryset(AreaContractQuerySet)


class AreaContract(TenantModel):
    """For an area, a service and a day there is one organisation: the database refuses a second."""

    area = models.ForeignKey(Area, models.PROTECT, related_name="contracts")
    service = models.TextField()  # `followed_by` of a service
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    period = DateRangeField()  # its end is not in it

    objects: ClassVar[AreaContractManager[Self]] = AreaContractManager()
