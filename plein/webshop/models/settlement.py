"""Paying providers and residents: a batch that one makes, another approves, and the bank pays."""

from uuid import UUID

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from plein.identity.models import Staff
from plein.ledger.models import Transfer
from plein.tenants.keys import open_under
from plein.tenants.scope import current
from plein.tenants.tenant_model import TenantModel
from plein.webshop.models.catalogue import Provider


class BatchStatus(models.TextChoices):
    PROPOSED = "ter goedkeuring", _("wacht op goedkeuring")
    APPROVED = "goedgekeurd", _("goedgekeurd")
    REJECTED = "afgekeurd", _("afgekeurd")
    SENT = "aangeboden", _("aangeboden bij de bank")
    DONE = "uitgevoerd", _("uitgevoerd")
    PARTLY = "deels mislukt", _("deels mislukt")
    REFUSED = "geweigerd", _("geweigerd door de bank")


# Approved and booked: it has a file, unless all of it was set off.
DECIDED = (
    BatchStatus.APPROVED,
    BatchStatus.SENT,
    BatchStatus.DONE,
    BatchStatus.PARTLY,
    BatchStatus.REFUSED,
)
FILE = "webshop|betaalbestand"  # what the key of a file is for


class SettlementBatch(TenantModel):
    """What was handed over until a day, as one payment file."""

    MOVES = {
        BatchStatus.PROPOSED: {BatchStatus.APPROVED, BatchStatus.REJECTED},
        BatchStatus.APPROVED: {
            BatchStatus.SENT,
            BatchStatus.DONE,
            BatchStatus.PARTLY,
            BatchStatus.REFUSED,
        },
        BatchStatus.SENT: {BatchStatus.DONE, BatchStatus.PARTLY, BatchStatus.REFUSED},
        BatchStatus.DONE: {BatchStatus.PARTLY},  # what was paid came back later
        BatchStatus.PARTLY: set(),
        BatchStatus.REFUSED: set(),
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
    file_sealed = models.BinaryField(default=b"")  # pain.001.001.03, as approved
    file_digest = models.TextField(blank=True)  # SHA-256
    sent_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")
    sent_at = models.DateTimeField(null=True)
    bank_says = models.TextField(blank=True)  # why it refused all of it, in its code

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["municipality", "number"], name="webshop_batch_number"),
            models.CheckConstraint(
                condition=Q(decided_by=None) | ~Q(decided_by=F("made_by")),
                name="webshop_batch_four_eyes",
            ),
            models.CheckConstraint(
                condition=Q(status__in=["ter goedkeuring", "afgekeurd"])
                | (Q(decided_by__isnull=False) & ~Q(file_digest="")),
                name="webshop_approved_has_file",
            ),
        ]

    @property
    def message_id(self) -> str:
        """The MsgId in the file: the same batch is the same message, also on a retry."""
        return f"PLEIN-{self.municipality_id}-{self.number}"

    @property
    def file(self) -> bytes:
        """As it was approved; empty when all of it was set off. Who takes it leaves a line."""
        if not self.file_sealed:
            return b""
        place = str(self.pk)
        return open_under(current(), self.file_sealed, purpose=FILE, context=place)

    @property
    def is_decided(self) -> bool:
        return self.status in DECIDED


class InstructionState(models.TextChoices):
    OPEN = "open", _("onderweg")
    PAID = "betaald", _("betaald")
    BACK = "teruggekomen", _("teruggekomen")
    SET_OFF = "verrekend", _("verrekend, er was niets te betalen")


class PaymentInstruction(TenantModel):
    """One payment in a batch: to a provider, or to a resident for a claim.

    amount = its lines or claim + what came back of a payment before - what is set off
    """

    MOVES = {
        InstructionState.OPEN: {
            InstructionState.PAID,
            InstructionState.BACK,
            InstructionState.SET_OFF,
        },
        InstructionState.PAID: {InstructionState.BACK},
        InstructionState.BACK: set(),
        InstructionState.SET_OFF: set(),
    }

    batch = models.ForeignKey(SettlementBatch, models.PROTECT, related_name="instructions")
    provider = models.ForeignKey(Provider, models.PROTECT, null=True, related_name="instructions")
    claim = models.ForeignKey(
        "webshop.Claim", models.PROTECT, null=True, related_name="instructions"
    )
    amount = models.BigIntegerField()  # cents to pay; 0 when all of it is set off
    set_off = models.BigIntegerField(default=0)  # cents of returns that were paid before
    owed_before = models.BigIntegerField(default=0)  # of earlier returns, not set off till now
    iban = models.TextField(blank=True)  # of a provider, as it was when the batch was made
    booked = models.ForeignKey(Transfer, models.PROTECT, null=True, related_name="+")
    state = models.TextField(choices=InstructionState, default=InstructionState.OPEN)
    bank_says = models.TextField(blank=True)  # why it came back, in the bank's code
    ended_at = models.DateTimeField(null=True)
    again_in = models.ForeignKey(  # the next payment of what came back
        "self", models.PROTECT, null=True, related_name="before"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["batch", "provider"], name="webshop_one_per_provider"),
            models.UniqueConstraint(fields=["batch", "claim"], name="webshop_one_per_claim"),
            models.CheckConstraint(
                condition=Q(provider=None, claim__isnull=False, iban="")
                | (Q(provider__isnull=False, claim=None) & ~Q(iban="")),
                name="webshop_instruction_payee",
            ),
            models.CheckConstraint(
                condition=Q(again_in=None) | Q(state="teruggekomen"),
                name="webshop_again_when_it_came_back",
            ),
            models.CheckConstraint(
                condition=Q(amount__gte=0, set_off__gte=0, owed_before__gte=0),
                name="webshop_instruction_amount",
            ),
        ]

    @property
    def end_to_end_id(self) -> str:
        return f"{self.batch.message_id}-{self.payee_id.hex[:12]}"

    @property
    def payee_id(self) -> UUID:
        """A provider or a claim: a constraint says that there is one."""
        return self.provider_id or self.claim_id  # type: ignore[return-value]
