"""A file of budgets that somebody said yes to, and how far it is."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from plein.identity.models import Staff
from plein.tenants.tenant_model import TenantModel
from plein.webshop.models.schemes import SchemePeriod


class GrantFileState(models.TextChoices):
    WAITING = "wacht", _("wordt geboekt")
    BOOKED = "geboekt", _("geboekt")
    REFUSED = "niet gelukt", _("niet gelukt")


class GrantFile(TenantModel):
    """What is in it is kept apart, sealed, and for half an hour; here are only numbers."""

    MOVES = {
        GrantFileState.WAITING: {GrantFileState.BOOKED, GrantFileState.REFUSED},
        GrantFileState.BOOKED: set(),
        GrantFileState.REFUSED: set(),
    }

    period = models.ForeignKey(SchemePeriod, models.PROTECT, related_name="files")
    asked_by = models.ForeignKey(Staff, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    kept_as = models.TextField()  # the name of what is kept: one yes for one upload
    rows = models.PositiveIntegerField()
    state = models.TextField(choices=GrantFileState, default=GrantFileState.WAITING)
    granted = models.PositiveIntegerField(default=0)
    again = models.PositiveIntegerField(default=0)  # were granted before
    refusal = models.TextField(blank=True)  # why nothing was booked; staff read it
    done_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "kept_as"], name="webshop_grant_file_once"
            ),
            models.CheckConstraint(
                condition=Q(state="wacht", done_at=None)
                | (~Q(state="wacht") & Q(done_at__isnull=False)),
                name="webshop_grant_file_done",
            ),
            models.CheckConstraint(
                condition=Q(state="niet gelukt") ^ Q(refusal=""),
                name="webshop_grant_file_says_why",
            ),
        ]
