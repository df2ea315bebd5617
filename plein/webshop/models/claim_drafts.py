"""A declaratie that is not sent yet: a photo now, the rest later."""

from datetime import date, timedelta

from django.db import models

from plein.documents.models import Document
from plein.identity.models import Resident
from plein.kernel.clock import local_day
from plein.tenants.tenant_model import TenantModel

KEPT = timedelta(days=30)  # after the day on which somebody last went on with it


class ClaimDraft(TenantModel):
    """What was typed is sealed for the resident, and not checked yet; no money is held.

    One of a resident: kept because they asked us to, and erased after `last_day`.
    """

    resident = models.OneToOneField(Resident, models.PROTECT, related_name="claim_draft")
    key = models.TextField()  # of the form, and then of the declaratie that it becomes
    typed_sealed = models.BinaryField()
    changed_at = models.DateTimeField()

    @property
    def last_day(self) -> date:
        return local_day(self.changed_at) + KEPT


class ClaimDraftPaper(TenantModel):
    """A receipt; it goes along when the draft is sent, and away when the draft goes."""

    draft = models.ForeignKey(ClaimDraft, models.PROTECT, related_name="papers")
    document = models.OneToOneField(Document, models.PROTECT, related_name="+")
