"""That something changed, for who has a page open: durable, in the order of commits."""

from typing import ClassVar, Self

from django.db import models

from plein.identity.models import Resident
from plein.inbox.models.conversations import Conversation
from plein.inbox.models.topics import Topic
from plein.kernel.actor import NEAR_RESIDENTS
from plein.tenants.tenant_model import TenantManager, TenantModel

CHANNEL = "plein_signal"  # of NOTIFY; its payload is the municipality


class SignalQuerySet(models.QuerySet["Signal"]):
    def after(self, number: int) -> Self:
        return self.filter(number__gt=number).order_by("number")


SignalManager = TenantManager.from_queryset(SignalQuerySet)


class Signal(TenantModel):
    """Tells nothing but where to look again. Kept for a day.

    A trigger gives the `number` at commit, one transaction at a time: whoever saw a number has
    seen all before it, so that going on after the last one loses nothing.
    """

    number = models.BigIntegerField(null=True, unique=True)
    topic = models.ForeignKey(Topic, models.CASCADE, related_name="+")
    resident = models.ForeignKey(Resident, models.CASCADE, related_name="+")
    at = models.DateTimeField()

    objects: ClassVar[SignalManager[Self]] = SignalManager()

    class Meta:
        indexes = [models.Index(fields=["municipality", "number"], name="inbox_signal_order")]


class Presence(TenantModel):
    """Somebody has this conversation open now: one row per live connection, while it lives."""

    conversation = models.ForeignKey(Conversation, models.CASCADE, related_name="presences")
    kind = models.TextField(choices=NEAR_RESIDENTS)
    seen_at = models.DateTimeField()
