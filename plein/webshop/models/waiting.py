"""Grants that are to come: who waits for money in the pot, and codes on letters."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from plein.identity.models import Household, Member, Staff
from plein.tenants.tenant_model import TenantModel
from plein.webshop.models.grants import Grant
from plein.webshop.models.schemes import SchemePeriod


class WaitingStatus(models.TextChoices):
    WAITING = "wacht", _("wacht op geld in de pot")
    GRANTED = "toegekend", _("toegekend")
    REMOVED = "eraf", _("van de wachtlijst gehaald")


class WaitingGrant(TenantModel):
    """A place on the waiting list of a period; the first that came is the first that gets."""

    MOVES = {
        WaitingStatus.WAITING: {WaitingStatus.GRANTED, WaitingStatus.REMOVED},
        WaitingStatus.GRANTED: set(),
        WaitingStatus.REMOVED: set(),
    }

    period = models.ForeignKey(SchemePeriod, models.PROTECT, related_name="waiting")
    household = models.ForeignKey(Household, models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    cents = models.BigIntegerField()
    reference = models.TextField()
    status = models.TextField(choices=WaitingStatus, default=WaitingStatus.WAITING)
    asked_at = models.DateTimeField()
    grant = models.OneToOneField(Grant, models.PROTECT, null=True, related_name="waited")

    class Meta:
        ordering = ["asked_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["period", "reference"], name="webshop_waiting_once"),
            models.CheckConstraint(condition=Q(cents__gt=0), name="webshop_waiting_above_zero"),
            models.CheckConstraint(
                condition=Q(status="toegekend", grant__isnull=False)
                | (~Q(status="toegekend") & Q(grant=None)),
                name="webshop_waiting_granted",
            ),
        ]


class ActivationCode(TenantModel):
    """A budget for whoever has the letter. Only a keyed digest of the code is kept."""

    period = models.ForeignKey(SchemePeriod, models.PROTECT, related_name="codes")
    reference = models.TextField()  # what stands on the letter, and who it went to at the sender
    code_index = models.BinaryField()
    cents = models.BigIntegerField(null=True)  # None: by the rules of the period
    valid_until = models.DateField()  # not in it
    made_by = models.ForeignKey(Staff, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    is_withdrawn = models.BooleanField(default=False)
    grant = models.OneToOneField(Grant, models.PROTECT, null=True, related_name="activated")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "code_index"], name="webshop_activation_code"
            ),
            models.UniqueConstraint(
                fields=["period", "reference"], name="webshop_activation_reference"
            ),
            models.CheckConstraint(
                condition=Q(cents=None) | Q(cents__gt=0), name="webshop_activation_above_zero"
            ),
            models.CheckConstraint(
                condition=Q(is_withdrawn=False) | Q(grant=None), name="webshop_activation_withdrawn"
            ),
        ]
