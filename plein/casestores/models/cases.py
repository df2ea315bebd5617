"""What a store said of a resident: the last good copy, sealed, and how old it is."""

from datetime import datetime

from django.db import models

from plein.casestores.models.asked import FRESH, Asked
from plein.casestores.models.stores import CaseStore
from plein.identity.models import Resident
from plein.tenants.tenant_model import TenantModel


class StoreState(Asked, TenantModel):
    """The list of one resident in one store. Goes when nobody looked for 30 days."""

    store = models.ForeignKey(CaseStore, models.PROTECT, related_name="states")
    resident = models.ForeignKey(Resident, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["store", "resident"], name="casestores_one_state")
        ]


class ForeignCase(Asked, TenantModel):
    """A zaak of elsewhere. Its list entry was read at `seen_at`, its details at `read_at`."""

    state = models.ForeignKey(StoreState, models.CASCADE, related_name="cases")
    url = models.TextField()  # its address in the store; says nothing of a person
    summary_sealed = models.BinaryField()  # what the list shows
    details_sealed = models.BinaryField(default=b"")  # its stations and papers
    etag = models.TextField(blank=True, default="")
    is_open = models.BooleanField()
    seen_at = models.DateTimeField()
    marked_at = models.DateTimeField(null=True)  # the store told that something changed

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["state", "url"], name="casestores_case_once")
        ]
        indexes = [models.Index(fields=["municipality", "url"], name="casestores_case_url")]

    def is_known_now(self, at: datetime) -> bool:
        """Whether a light may be worked out from it."""
        is_young = self.seen_at > at - FRESH and not self.is_marked
        return is_young and not self.state.has_failed(at) and not self.has_failed(at)

    def is_fresh(self, at: datetime) -> bool:
        """Nor did the store tell since that something changed."""
        if self.marked_at and self.read_at and self.marked_at >= self.read_at:
            return False
        return super().is_fresh(at)

    @property
    def is_marked(self) -> bool:
        return self.marked_at is not None and self.marked_at >= self.seen_at
