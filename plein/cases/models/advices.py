"""What the rules say of a case, for who decides; and a decision that waits for a colleague."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from plein.cases.models.cases import Case
from plein.identity.models import Staff
from plein.journeys.phases import OPEN
from plein.tenants.tenant_model import TenantManager, TenantModel


class Advice(TenantModel):
    """What came out, and the receipt to replay it (Awb 3:46). Append-only; nothing decides by it.

    Kept as long as the aanvraag.
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="advices")
    content_sealed = models.BinaryField()  # an `Advised`, under the resident
    asked_by = models.ForeignKey(Staff, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()


class ProposalState(models.TextChoices):
    WAITING = "wacht", _("wacht op een collega")
    CONFIRMED = "bevestigd", _("bevestigd")
    SENT_BACK = "teruggestuurd", _("teruggestuurd")
    LAPSED = "vervallen", _("niet meer nodig")


class ProposalQuerySet(models.QuerySet["Proposal"]):
    def waiting(self) -> Self:
        return self.filter(state=ProposalState.WAITING, case__phase__in=sorted(OPEN))

    def for_second_look_of(self, staff: Staff) -> Self:
        return self.waiting().exclude(proposed_by=staff)


ProposalManager = TenantManager.from_queryset(ProposalQuerySet)


class Proposal(TenantModel):
    """A decision that counts when a colleague confirms it; the database refuses the same person."""

    MOVES = {
        ProposalState.WAITING: {
            ProposalState.CONFIRMED,
            ProposalState.SENT_BACK,
            ProposalState.LAPSED,
        },
        ProposalState.CONFIRMED: set(),
        ProposalState.SENT_BACK: set(),
        ProposalState.LAPSED: set(),
    }

    case = models.ForeignKey(Case, models.PROTECT, related_name="proposals")
    state = models.TextField(choices=ProposalState, default=ProposalState.WAITING)
    result = models.TextField()  # key of a result of the case type
    words_sealed = models.BinaryField()  # what the resident will read, under the resident
    weighing_sealed = models.BinaryField()  # a `Weighing`, under the resident
    start = models.DateField(null=True)  # of what it gives
    amount = models.PositiveIntegerField(null=True)  # cents
    last_day = models.DateField(null=True)
    advice = models.ForeignKey(Advice, models.PROTECT, null=True, related_name="+")
    proposed_by = models.ForeignKey(Staff, models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    settled_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")
    settled_at = models.DateTimeField(null=True)
    why_sealed = models.BinaryField(default=b"")  # why it was sent back, for colleagues

    objects: ClassVar[ProposalManager[Self]] = ProposalManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case"],
                condition=Q(state=ProposalState.WAITING),
                name="cases_proposal_once",
            ),
            models.CheckConstraint(
                condition=Q(settled_by=None) | ~Q(settled_by=F("proposed_by")),
                name="cases_proposal_two_people",
            ),
            models.CheckConstraint(
                condition=Q(state=ProposalState.WAITING, settled_at=None, settled_by=None)
                | Q(state=ProposalState.LAPSED, settled_at__isnull=False, settled_by=None)
                | Q(
                    state__in=[ProposalState.CONFIRMED, ProposalState.SENT_BACK],
                    settled_at__isnull=False,
                    settled_by__isnull=False,
                ),
                name="cases_proposal_settled",
            ),
        ]

    @property
    def is_waiting(self) -> bool:
        return self.state == ProposalState.WAITING
