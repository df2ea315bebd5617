"""One message to one resident by one way, with its proof; a closed table of moves."""

from datetime import datetime
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from plein.delivery.models.contacts import Way
from plein.delivery.notices import Notice
from plein.identity.models import Resident
from plein.tenants.tenant_model import TenantManager, TenantModel


class DeliveryState(models.TextChoices):
    PLANNED = "gepland", _("gepland")
    OFFERED = "aangeboden", _("aangeboden")
    DELIVERED = "bezorgd", _("bezorgd")
    FAILED = "mislukt", _("mislukt")
    OTHER_WAY = "ander_kanaal", _("langs een andere weg")
    BY_HAND = "handmatig", _("te bellen of te schrijven")
    LAPSED = "vervallen", _("niet meer nodig")


class DeliveryQuerySet(models.QuerySet["Delivery"]):
    def by_hand(self) -> Self:
        """What staff have to do by phone or letter, longest waiting first."""
        return self.filter(state=DeliveryState.BY_HAND).order_by("planned_for", "pk")

    def unread_since(self, at: datetime) -> Self:
        """Delivered to a mailbox or a screen before this moment, and not looked at."""
        sent = self.filter(state=DeliveryState.DELIVERED, read_at=None, settled_at__lte=at)
        return sent.exclude(way=Way.HAND)


DeliveryManager = TenantManager.from_queryset(DeliveryQuerySet)


class Delivery(TenantModel):
    """Holds the name of the matter, never what stands in the message nor an address."""

    MOVES = {
        DeliveryState.PLANNED: {DeliveryState.OFFERED, DeliveryState.LAPSED},
        DeliveryState.OFFERED: {
            DeliveryState.DELIVERED,
            DeliveryState.PLANNED,  # nobody answered: once more, later
            DeliveryState.FAILED,
        },
        DeliveryState.FAILED: {DeliveryState.OTHER_WAY},
        DeliveryState.BY_HAND: {DeliveryState.DELIVERED, DeliveryState.LAPSED},
        DeliveryState.DELIVERED: set(),
        DeliveryState.OTHER_WAY: set(),
        DeliveryState.LAPSED: set(),
    }

    resident = models.ForeignKey(Resident, models.PROTECT, related_name="deliveries")
    key = models.TextField()  # what it tells of: told once
    notice = models.TextField(choices=Notice)
    matter = models.TextField(blank=True)
    about = models.UUIDField(null=True)  # topic of the inbox
    day = models.DateField(null=True)  # last day of what is asked
    way = models.TextField(choices=Way)
    state = models.TextField(choices=DeliveryState)
    tries = models.PositiveSmallIntegerField(default=0)
    planned_for = models.DateTimeField()
    offered_at = models.DateTimeField(null=True)
    settled_at = models.DateTimeField(null=True)
    proof = models.TextField(blank=True, default="")  # Message-ID, devices, or function and team
    problem = models.TextField(blank=True, default="")
    read_at = models.DateTimeField(null=True)
    follows = models.OneToOneField("self", models.PROTECT, null=True, related_name="next")

    objects: ClassVar[DeliveryManager[Self]] = DeliveryManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["municipality", "key"], name="delivery_once"),
            models.CheckConstraint(
                condition=~Q(state=DeliveryState.DELIVERED)
                | (Q(settled_at__isnull=False) & ~Q(proof="")),
                name="delivery_with_proof",
            ),
        ]
        indexes = [
            models.Index(fields=["municipality", "state", "planned_for"], name="delivery_waiting"),
            models.Index(fields=["about"], name="delivery_about"),
        ]

    @property
    def is_planned(self) -> bool:
        return self.state == DeliveryState.PLANNED
