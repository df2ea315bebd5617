"""What a municipality offers: kinds of appointments, places, hours, and the times in them."""

from datetime import datetime
from typing import ClassVar, Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Count, F, Q

from plein.appointments.states import TAKES_A_PLACE, Way
from plein.kernel.weekday import Weekday
from plein.tenants.tenant_model import TenantManager, TenantModel


class Place(TenantModel):
    name = models.TextField()
    address = models.TextField()
    how_to_come = models.TextField(blank=True, default="")  # entrance, lift, bus

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["municipality", "name"], name="appointments_place_name")
        ]

    def __str__(self) -> str:
        return self.name


class AppointmentKind(TenantModel):
    """`notice` is the number of hours before it, until which a resident moves it without us."""

    name = models.TextField()
    minutes = models.PositiveSmallIntegerField()
    ways = ArrayField(models.TextField(choices=Way))
    bring = models.TextField(blank=True, default="")
    team = models.TextField()
    notice = models.PositiveSmallIntegerField(default=24)
    can_be_asked = models.BooleanField(default=False)  # by a resident, without being offered it

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["municipality", "name"], name="appointments_kind_name"),
            models.CheckConstraint(condition=Q(minutes__gt=0), name="appointments_kind_minutes"),
        ]

    def __str__(self) -> str:
        return self.name


class OpeningHours(TenantModel):
    """Local time; somebody can come, or call, from the first until the second."""

    # none: by telephone
    place = models.ForeignKey(Place, models.CASCADE, null=True, related_name="hours")
    weekday = models.PositiveSmallIntegerField(choices=Weekday)
    opens = models.TimeField()
    closes = models.TimeField()

    class Meta:
        ordering = ["weekday", "opens"]
        constraints = [
            models.CheckConstraint(condition=Q(closes__gt=F("opens")), name="appointments_hours"),
        ]


class ClosedDay(TenantModel):
    day = models.DateField()
    why = models.TextField()

    class Meta:
        ordering = ["day"]
        constraints = [
            models.UniqueConstraint(fields=["municipality", "day"], name="appointments_closed_once")
        ]


class SlotQuerySet(models.QuerySet["Slot"]):
    def free(self) -> Self:
        """With a place left; `taken` says how many are not."""
        takes = Q(appointments__state__in=TAKES_A_PLACE)
        counted = self.annotate(taken=Count("appointments", filter=takes))
        return counted.filter(taken__lt=F("capacity"))

    def after(self, moment: datetime) -> Self:
        return self.filter(start__gt=moment).order_by("start")


SlotManager = TenantManager.from_queryset(SlotQuerySet)


class Slot(TenantModel):
    """A time with room for so many."""

    kind = models.ForeignKey(AppointmentKind, models.PROTECT, related_name="slots")
    place = models.ForeignKey(Place, models.PROTECT, related_name="slots")  # where we are
    way = models.TextField(choices=Way)
    start = models.DateTimeField()
    end = models.DateTimeField()
    capacity = models.PositiveSmallIntegerField(default=1)

    objects: ClassVar[SlotManager[Self]] = SlotManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "place", "way", "start"], name="appointments_slot_once"
            ),
            models.CheckConstraint(
                condition=Q(end__gt=F("start"), capacity__gt=0), name="appointments_slot_fits"
            ),
        ]
        indexes = [models.Index(fields=["municipality", "start"], name="appointments_slot_day")]
