"""Paying providers: a batch that one person makes and another approves."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from plein.identity.models import Staff
from plein.ledger.models import Transfer
from plein.tenants.tenant_model import TenantModel
from plein.webshop.models.catalogue import Provider


class BatchStatus(models.TextChoices):
    PROPOSED = "ter goedkeuring", _("wacht op goedkeuring")
    APPROVED = "goedgekeurd", _("goedgekeurd")
    REJECTED = "afgekeurd", _("afgekeurd")


class SettlementBatch(TenantModel):
    """What was handed over until a day, as one payment file."""

    MOVES = {
        BatchStatus.PROPOSED: {BatchStatus.APPROVED, BatchStatus.REJECTED},
        BatchStatus.APPROVED: set(),
        BatchStatus.REJECTED: set(),
    }

    number = models.PositiveIntegerField()
    until = models.DateField()  # deliveries before this day
    status = models.TextField(choices=BatchStatus, default=BatchStatus.PROPOSED)
    made_by = models.ForeignKey(Staff, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    decided_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    note = models.TextField(blank=True)
    pay_on = models.DateField(null=True)
    file = models.BinaryField(default=b"")  # pain.001.001.03, as approved
    file_digest = models.TextField(blank=True)  # SHA-256

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["municipality", "number"], name="webshop_batch_number"),
            models.CheckConstraint(
                condition=Q(decided_by=None) | ~Q(decided_by=F("made_by")),
                name="webshop_batch_four_eyes",
            ),
            models.CheckConstraint(
                condition=~Q(status="goedgekeurd")
                | (Q(decided_by__isnull=False) & ~Q(file_digest="")),
                name="webshop_approved_has_file",
            ),
        ]

    @property
    def message_id(self) -> str:
        """The MsgId in the file: the same batch is the same message, also on a retry."""
        return f"PLEIN-{self.municipality_id}-{self.number}"


class PaymentInstruction(TenantModel):
    """One payment to one provider in a batch.

    amount = its lines + what was tried before - what is set off
    """

    batch = models.ForeignKey(SettlementBatch, models.PROTECT, related_name="instructions")
    provider = models.ForeignKey(Provider, models.PROTECT, related_name="instructions")
    amount = models.BigIntegerField()  # cents to pay; 0 when all of it is set off
    set_off = models.BigIntegerField(default=0)  # cents of returns that were paid before
    owed_before = models.BigIntegerField(default=0)  # of earlier returns, not set off till now
    iban = models.TextField()  # as it was when the batch was made
    booked = models.ForeignKey(Transfer, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["batch", "provider"], name="webshop_one_per_provider"),
            models.CheckConstraint(
                condition=Q(amount__gte=0, set_off__gte=0, owed_before__gte=0),
                name="webshop_instruction_amount",
            ),
        ]

    @property
    def end_to_end_id(self) -> str:
        return f"{self.batch.message_id}-{self.provider_id.hex[:12]}"
