"""What the bank answered: each file once, and each payment that came back."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from plein.identity.models import Staff
from plein.payments.models.debts import LineOff
from plein.payments.models.runs import RunLine
from plein.tenants.tenant_model import TenantModel


class BankFileKind(models.TextChoices):
    STATEMENT = "camt.053", _("rekeningafschrift")
    STATUS = "pain.002", _("antwoord op een betaalbestand")


class BankFile(TenantModel):
    """What was read from a file. `left` is what could not be matched, without names or accounts."""

    kind = models.TextField(choices=BankFileKind)
    digest = models.TextField()  # SHA-256
    name = models.TextField()
    read_at = models.DateTimeField()
    read_by = models.ForeignKey(Staff, models.PROTECT, related_name="+")
    entries = models.PositiveIntegerField(default=0)
    paid = models.PositiveIntegerField(default=0)
    paid_cents = models.BigIntegerField(default=0)
    returned = models.PositiveIntegerField(default=0)
    returned_cents = models.BigIntegerField(default=0)
    rejected_as = models.TextField(blank=True)  # why a whole file of ours was refused
    sums = models.JSONField(default=dict)  # of what is left: count and cents by why
    left = models.JSONField(default=list)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "digest"], name="payments_bank_file_once"
            )
        ]

    @property
    def left_count(self) -> int:
        return sum(count for count, _cents in self.sums.values())


class Returned(TenantModel):
    """A payment that came back, to the resident or (`off`) to somebody else out of it.

    Nothing more is paid to that account until somebody looked, or there is another account.
    """

    line = models.ForeignKey(RunLine, models.PROTECT, related_name="returns")
    off = models.ForeignKey(LineOff, models.PROTECT, null=True, related_name="returns")
    file = models.ForeignKey(BankFile, models.PROTECT, related_name="returns")
    reason = models.TextField(blank=True)  # the code of the bank
    cents = models.BigIntegerField()
    came_at = models.DateTimeField()
    settled_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")
    settled_at = models.DateTimeField(null=True)
    note = models.TextField(blank=True)  # what was done about it

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["line"], condition=Q(off=None), name="payments_returned_line_once"
            ),
            models.UniqueConstraint(fields=["off"], name="payments_returned_off_once"),
            models.CheckConstraint(
                condition=Q(settled_by=None, settled_at=None)
                | Q(settled_by__isnull=False, settled_at__isnull=False),
                name="payments_returned_by_somebody",
            ),
            models.CheckConstraint(condition=Q(cents__gt=0), name="payments_returned_amount"),
            models.CheckConstraint(
                condition=Q(settled_at=None) | ~Q(note=""), name="payments_returned_says_what"
            ),
        ]
        indexes = [
            models.Index(
                fields=["municipality", "came_at"],
                condition=Q(settled_at=None),
                name="payments_returned_open",
            )
        ]
