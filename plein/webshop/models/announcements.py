"""Nieuws: a short notice of the municipality to its providers."""

from datetime import date

from django.db import models
from django.db.models import F, Q

from plein.identity.models import Staff
from plein.tenants.tenant_model import TenantModel
from plein.webshop.models.schemes import Scheme


class Announcement(TenantModel):
    """To all providers, or to those who take part in one scheme.

    Its words are never changed: what is wrong is taken back, and written anew.
    """

    scheme = models.ForeignKey(Scheme, models.PROTECT, null=True, related_name="+")  # None: to all
    title = models.TextField()
    text = models.TextField()
    starts_on = models.DateField()
    ends_on = models.DateField()  # the last day on the first page of a provider
    written_by = models.ForeignKey(Staff, models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
    taken_back_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-starts_on", "-written_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")), name="webshop_announcement_days"
            ),
            models.CheckConstraint(
                condition=~Q(title="") & ~Q(text=""), name="webshop_announcement_says_something"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def is_shown_on(self, day: date) -> bool:
        return self.taken_back_at is None and self.starts_on <= day <= self.ends_on
