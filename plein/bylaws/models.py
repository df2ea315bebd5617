"""One verordening: which figures it sets for a regeling, from which day, and who saw to it."""

from datetime import date
from decimal import Decimal
from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q

from plein.identity.models import Staff
from plein.tenants.tenant_model import TenantManager, TenantModel


class BylawQuerySet(models.QuerySet["Bylaw"]):
    def approved(self) -> Self:
        """In the order in which a later one goes before an earlier one."""
        return self.filter(approved_at__isnull=False).order_by("since", "approved_at")

    def waiting(self) -> Self:
        return self.filter(approved_at=None, withdrawn_at=None).order_by("proposed_at")


BylawManager = TenantManager.from_queryset(BylawQuerySet)


class Bylaw(TenantModel):
    """`figures` has a number as text for each norm of `rules` that it sets; it never changes.

    One person proposes it and another approves it; a mistake is mended by another from that day.
    """

    regeling = models.TextField()  # folder in `regelingen`
    title = models.TextField()  # as published
    url = models.URLField(blank=True)
    since = models.DateField()
    figures = models.JSONField()
    proposed_by = models.ForeignKey(Staff, models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    approved_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")
    approved_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    objects: ClassVar[BylawManager[Self]] = BylawManager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(approved_by=None) | ~Q(approved_by=F("proposed_by")),
                name="bylaws_four_eyes",
            ),
            models.CheckConstraint(
                condition=Q(approved_by=None, approved_at=None)
                | Q(approved_by__isnull=False, approved_at__isnull=False, withdrawn_at=None),
                name="bylaws_approved_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_open(self) -> bool:
        return self.approved_at is None and self.withdrawn_at is None

    def figure(self, norm: str) -> Decimal | None:
        return Decimal(self.figures[norm]) if norm in self.figures else None

    def holds_on(self, day: date) -> bool:
        return self.approved_at is not None and self.since <= day
