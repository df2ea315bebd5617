"""Which tips are on here, and what a resident chose about them. What came out is never kept."""

from django.db import models
from django.db.models import F, Q

from plein.identity.models import Resident
from plein.identity.switch import Switch, switch_constraints
from plein.tenants.tenant_model import TenantModel


class TipSwitch(Switch):
    """One time that a tip was on: as two people agreed to it, in that version."""

    class Meta:
        constraints = switch_constraints("content_switch")


class About(models.TextChoices):
    """What a choice is about: a no to all tips or to a topic, a yes to an element."""

    ALL = "alles"
    TOPIC = "onderwerp"
    ELEMENT = "gegeven"  # that is extra sensitive


class TipChoice(TenantModel):
    """What a resident does not want (AVG art. 21), or said yes to (AVG art. 7 and 9).

    A no is kept as long as it has to be respected. A yes is kept as the proof of it, until five
    years after it was withdrawn (retention: toestemming_tips); another yes is another row.
    """

    resident = models.ForeignKey(Resident, models.PROTECT, related_name="tip_choices")
    about = models.TextField(choices=About)
    key = models.TextField(blank=True)  # of the topic, or of the element in the catalogue
    chosen_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["resident", "about", "key"],
                condition=Q(ended_at=None),
                name="content_choice_once",
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None) | Q(ended_at__gte=F("chosen_at")),
                name="content_choice_dates",
            ),
        ]


class ShownTip(TenantModel):
    """That a tip was shown, for a question about it; destroyed 30 days after the last time."""

    resident = models.ForeignKey(Resident, models.PROTECT, related_name="shown_tips")
    kind = models.TextField()  # key of the tip
    version = models.PositiveSmallIntegerField()
    last_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["resident", "kind"], name="content_shown_once"),
        ]
        indexes = [models.Index(fields=["municipality", "last_on"], name="content_shown_old")]
