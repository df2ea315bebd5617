"""The timeline: what was done, by which function and team, for the resident to read."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from plein.identity.models import Staff
from plein.inbox.models.topics import Topic
from plein.kernel.actor import NEAR_RESIDENTS
from plein.tenants.tenant_model import TenantModel


class Channel(models.TextChoices):
    """How somebody did it."""

    ONLINE = "online", _("online")
    DESK = "balie", _("aan de balie")
    PHONE = "telefoon", _("per telefoon")
    POST = "post", _("per post")


class Event(TenantModel):
    """Append-only. `name` is one of `event_words`; `details` fill its words: nothing personal."""

    topic = models.ForeignKey(Topic, models.PROTECT, related_name="events")
    at = models.DateTimeField()
    name = models.TextField()
    details = models.JSONField(default=dict)
    task = models.ForeignKey("inbox.Task", models.PROTECT, null=True, related_name="events")
    by_kind = models.TextField(choices=NEAR_RESIDENTS)
    organisation = models.TextField(blank=True)
    team = models.TextField(blank=True)
    function = models.TextField(blank=True)
    channel = models.TextField(choices=Channel, default=Channel.ONLINE)

    class Meta:
        indexes = [models.Index(fields=["topic", "-at"], name="inbox_event_timeline")]


class HidingGround(models.TextChoices):
    """The only reasons for which an event may be kept from a resident for a while."""

    DANGER = "gevaar", _("iemand zou gevaar lopen")  # UAVG art. 41 lid 1 onder i
    OTHERS = "gegevens van anderen", _("er staan gegevens van een ander in")
    ENQUIRY = "onderzoek", _("er loopt een onderzoek volgens de wet")


class Hiding(TenantModel):
    """An event that the resident does not see yet: proposed by one, agreed by another, until a day.

    The resident sees that something is withheld, unless `tells_nothing`.
    """

    event = models.OneToOneField(Event, models.PROTECT, related_name="hiding")
    ground = models.TextField(choices=HidingGround)
    until = models.DateField()  # not in it: then it is looked at again
    tells_nothing = models.BooleanField(default=False)
    proposed_by = models.ForeignKey(Staff, models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    agreed_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")
    agreed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(agreed_by=None) | ~Q(agreed_by=F("proposed_by")),
                name="inbox_hiding_four_eyes",
            ),
        ]
