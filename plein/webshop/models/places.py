"""Vestigingen: where residents can go, and when."""

from django.db import models
from django.db.models import F, Q

from plein.kernel.geo import LATITUDES, LONGITUDES, Point
from plein.kernel.weekday import Weekday
from plein.tenants.tenant_model import TenantModel
from plein.webshop.models.catalogue import Provider


class ProviderPlace(TenantModel):
    """A vestiging of a provider; its products can be picked up there.

    Where it is comes from the register of addresses, or is not known: never a guess.
    """

    provider = models.ForeignKey(Provider, models.CASCADE, related_name="places")
    name = models.TextField()
    street = models.TextField()  # with the number
    postcode = models.TextField()
    town = models.TextField()
    latitude = models.FloatField(null=True)  # degrees, WGS 84
    longitude = models.FloatField(null=True)
    located_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["name", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(latitude=None, longitude=None, located_at=None)
                | Q(
                    latitude__isnull=False,
                    longitude__isnull=False,
                    latitude__range=LATITUDES,
                    longitude__range=LONGITUDES,
                    located_at__isnull=False,
                ),
                name="webshop_place_is_somewhere",
            )
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.street}, {self.town}"

    @property
    def point(self) -> Point | None:
        if self.latitude is None or self.longitude is None:
            return None
        return Point(self.latitude, self.longitude)


class OpeningHours(TenantModel):
    """From when to when a place is open on a day of the week; a day without a row is closed."""

    place = models.ForeignKey(ProviderPlace, models.CASCADE, related_name="hours")
    weekday = models.PositiveSmallIntegerField(choices=Weekday)
    opens = models.TimeField()
    closes = models.TimeField()

    class Meta:
        ordering = ["weekday"]
        constraints = [
            models.UniqueConstraint(fields=["place", "weekday"], name="webshop_hours_per_day"),
            models.CheckConstraint(
                condition=Q(closes__gt=F("opens")), name="webshop_closes_after_it_opens"
            ),
        ]
