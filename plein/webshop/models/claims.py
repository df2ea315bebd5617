"""A declaratie: a resident paid it, and gets it back from a budget."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from plein.documents.models import Document
from plein.identity.models import Member, Resident, Staff
from plein.ledger.models import Account, Hold
from plein.tenants.tenant_model import TenantManager, TenantModel
from plein.webshop.models.grants import Grant


class ClaimStatus(models.TextChoices):
    SUBMITTED = "ingediend", _("wij kijken ernaar")
    ASKED = "aanvulling gevraagd", _("wij vragen u nog iets")
    APPROVED = "goedgekeurd", _("goedgekeurd")
    REFUSED = "afgewezen", _("afgewezen")
    WITHDRAWN = "ingetrokken", _("u trok het in")
    PAID = "uitbetaald", _("uitbetaald")


OPEN = (ClaimStatus.SUBMITTED, ClaimStatus.ASKED)


class ClaimQuerySet(models.QuerySet["Claim"]):
    def waiting(self) -> "ClaimQuerySet":
        """For staff, what has to be decided first on top."""
        return self.filter(status=ClaimStatus.SUBMITTED).order_by("decide_by", "pk")


ClaimManager = TenantManager.from_queryset(ClaimQuerySet)


class Claim(TenantModel):
    """What it was for, and the account that it goes to, are sealed for who asked."""

    MOVES = {
        ClaimStatus.SUBMITTED: {
            ClaimStatus.ASKED,
            ClaimStatus.APPROVED,
            ClaimStatus.REFUSED,
            ClaimStatus.WITHDRAWN,
        },
        ClaimStatus.ASKED: {
            ClaimStatus.SUBMITTED,
            ClaimStatus.APPROVED,
            ClaimStatus.REFUSED,
            ClaimStatus.WITHDRAWN,
        },
        ClaimStatus.APPROVED: {ClaimStatus.PAID},
        ClaimStatus.PAID: {ClaimStatus.APPROVED},  # the bank sent it back
        ClaimStatus.REFUSED: set(),
        ClaimStatus.WITHDRAWN: set(),
    }

    number = models.TextField()  # what people say on the phone
    key = models.TextField()  # of the form: a double click asks once
    resident = models.ForeignKey(Resident, models.PROTECT, null=True, related_name="claims")
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    grant = models.ForeignKey(Grant, models.PROTECT, related_name="claims")
    amount = models.BigIntegerField()  # cents, as asked
    approved = models.BigIntegerField(null=True)  # cents
    hold = models.OneToOneField(Hold, models.PROTECT, related_name="+")
    due = models.OneToOneField(Account, models.PROTECT, null=True, related_name="+")  # to be paid
    status = models.TextField(choices=ClaimStatus, default=ClaimStatus.SUBMITTED)
    what_sealed = models.BinaryField(default=b"")
    payee_sealed = models.BinaryField(default=b"")  # name and IBAN
    question_sealed = models.BinaryField(default=b"")  # of staff, the last one
    answer_sealed = models.BinaryField(default=b"")
    reason_sealed = models.BinaryField(default=b"")  # why it is refused, or not all of it
    submitted_at = models.DateTimeField()
    decide_by = models.DateField()  # the last day to decide, Awb 4:13
    asked_at = models.DateTimeField(null=True)  # the term stands still, Awb 4:15
    answer_by = models.DateField(null=True)  # the last day to answer
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")
    forgotten_on = models.DateField(null=True)  # when the texts and receipts were erased

    objects: ClassVar[ClaimManager[Self]] = ClaimManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["municipality", "key"], name="webshop_claim_key"),
            models.UniqueConstraint(fields=["municipality", "number"], name="webshop_claim_number"),
            models.CheckConstraint(condition=Q(amount__gt=0), name="webshop_claim_above_zero"),
            models.CheckConstraint(
                condition=Q(approved=None)
                | Q(approved__gt=0, approved__lte=F("amount"), due__isnull=False),
                name="webshop_claim_approved",
            ),
            models.CheckConstraint(
                condition=Q(status__in=["goedgekeurd", "uitbetaald"], approved__isnull=False)
                | (~Q(status__in=["goedgekeurd", "uitbetaald"]) & Q(approved=None)),
                name="webshop_claim_approved_with_amount",
            ),
            models.CheckConstraint(
                condition=Q(decided_by=None, decided_at=None)
                | Q(decided_by__isnull=False, decided_at__isnull=False),
                name="webshop_claim_decided",
            ),
        ]
        indexes = [
            models.Index(
                fields=["municipality", "decide_by"],
                condition=Q(status="ingediend"),
                name="webshop_claim_waiting",
            )
        ]

    @property
    def claimant(self) -> Resident:
        """Who asked. After the term nobody knows, and nothing is left to open or to tell."""
        if self.resident is None:
            raise ValueError("This declaratie leads to nobody any more.")
        return self.resident

    @property
    def is_open(self) -> bool:
        return self.status in OPEN


class ClaimPaper(TenantModel):
    """A receipt, or what was sent with an answer."""

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="papers")
    document = models.OneToOneField(Document, models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
