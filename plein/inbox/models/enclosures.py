"""A letter or a photo that belongs to what a topic is about, and perhaps to one hand-in."""

from typing import ClassVar, Self

from django.db import models

from plein.documents.models import Document
from plein.identity.models import Resident
from plein.inbox.models.tasks import HandIn
from plein.inbox.models.topics import Topic
from plein.tenants.tenant_model import TenantManager, TenantModel


class EnclosureQuerySet(models.QuerySet["Enclosure"]):
    def of(self, resident: Resident) -> Self:
        """Of this resident, and of nobody else."""
        return self.filter(topic__resident=resident, document__resident=resident)

    def newest_first(self) -> Self:
        return self.select_related("document__resident").order_by("-document__received_at", "pk")


EnclosureManager = TenantManager.from_queryset(EnclosureQuerySet)


class Enclosure(TenantModel):
    topic = models.ForeignKey(Topic, models.PROTECT, related_name="enclosures")
    document = models.OneToOneField(Document, models.PROTECT, related_name="enclosure")
    hand_in = models.ForeignKey(HandIn, models.PROTECT, null=True, related_name="enclosures")

    objects: ClassVar[EnclosureManager[Self]] = EnclosureManager()
