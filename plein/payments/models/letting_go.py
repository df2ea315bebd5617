"""What need not be paid back, and what came in: beside the ledger, why and from whom."""

from django.db import models
from django.db.models import F, Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from plein.documents.models import Document
from plein.identity.models import Staff
from plein.payments.models.awards import Award
from plein.payments.models.debts import Cause, Debt
from plein.tenants.tenant_model import TenantModel


class Ground(models.TextChoices):
    """Why something need not be paid back, each with its article in `ARTICLES`."""

    PAID_LONG = "lang betaald", _("tien jaar lang alles betaald zoals het moest")
    NO_MEANS = "geen betalingen", _("tien jaar lang niet betaald, en dat kan ook later niet")
    HALF_AT_ONCE = "helft ineens", _("minstens de helft van de rest in één keer betaald")
    URGENT = "dringende redenen", _("dringende redenen")
    SETTLEMENT = "schuldregeling", _("een schuldregeling met alle schuldeisers")
    POLICY = "beleid", _("het beleid van de gemeente")


ARTICLES: dict[Ground, str | Promise] = {
    Ground.PAID_LONG: _("Participatiewet artikel 58 lid 7 onder a"),
    Ground.NO_MEANS: _("Participatiewet artikel 58 lid 7 onder c"),
    Ground.HALF_AT_ONCE: _("Participatiewet artikel 58 lid 7 onder d"),
    Ground.URGENT: _("Participatiewet artikel 58 lid 8"),
    Ground.SETTLEMENT: _("Participatiewet artikel 60c"),
    Ground.POLICY: _("Participatiewet artikel 58 lid 2"),
}


class RemissionState(models.TextChoices):
    PROPOSED = "voorgesteld", _("wacht op een collega")
    AGREED = "akkoord", _("hoeft niet terug")
    REFUSED = "afgewezen", _("gaat niet door")


class Remission(TenantModel):
    """A part of a debt, or of what was paid too much before it became one (then no `debt`).

    Proposed by one and decided by another; who proposed it may take it back alone.
    """

    MOVES = {
        RemissionState.PROPOSED: {RemissionState.AGREED, RemissionState.REFUSED},
        RemissionState.AGREED: set(),
        RemissionState.REFUSED: set(),
    }

    award = models.ForeignKey(Award, models.PROTECT, related_name="remissions")
    debt = models.ForeignKey(Debt, models.PROTECT, null=True, related_name="remissions")
    cause = models.TextField(choices=Cause)
    ground = models.TextField(choices=Ground)
    cents = models.BigIntegerField()
    why_sealed = models.BinaryField()  # for the resident, under their key
    state = models.TextField(choices=RemissionState, default=RemissionState.PROPOSED)
    proposed_by = models.ForeignKey(Staff, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    settled_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")
    settled_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(cents__gt=0), name="payments_remission_amount"),
            models.CheckConstraint(
                condition=Q(settled_by=None) | ~Q(settled_by=F("proposed_by")),
                name="payments_remission_four_eyes",
            ),
            models.CheckConstraint(
                condition=~Q(state="akkoord")
                | Q(settled_by__isnull=False, settled_at__isnull=False),
                name="payments_remission_settled",
            ),
            models.CheckConstraint(
                condition=~Q(ground="beleid", cause="niet gemeld"),
                name="payments_remission_has_ground",  # there the law leaves no choice
            ),
            models.UniqueConstraint(
                fields=["award", "debt"],
                condition=Q(state="voorgesteld"),
                nulls_distinct=False,
                name="payments_one_remission",
            ),
        ]


class From(models.TextChoices):
    RESIDENT = "inwoner", _("van de inwoner zelf")
    ADMINISTRATOR = "bewindvoerder", _("van een bewindvoerder of schuldhulp")
    OTHER = "ander", _("van iemand anders")


class DebtPayment(TenantModel):
    """Money on the account of the municipality, as one of the staff saw it at the bank.

    `taken` went off the debt. What came in more goes back to who sent it. One that was written by
    mistake is undone by another transfer, and stays to be seen.
    """

    debt = models.ForeignKey(Debt, models.PROTECT, related_name="payments")
    cents = models.BigIntegerField()
    taken = models.BigIntegerField()
    received_on = models.DateField()
    came_from = models.TextField(choices=From)
    written_by = models.ForeignKey(Staff, models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
    undone_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")
    undone_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(undone_by=None, undone_at=None)
                | Q(undone_by__isnull=False, undone_at__isnull=False),
                name="payments_debt_payment_undone",
            ),
            models.CheckConstraint(
                condition=Q(taken__gt=0, cents__gte=F("taken")), name="payments_debt_payment_amount"
            ),
        ]

    @property
    def too_much(self) -> int:
        return self.cents - self.taken


class OwedLetter(TenantModel):
    """Of a decision on a debt or a remission, from its first moment; the document comes later."""

    debt = models.OneToOneField(Debt, models.PROTECT, null=True, related_name="letter")
    remission = models.OneToOneField(Remission, models.PROTECT, null=True, related_name="letter")
    document = models.OneToOneField(Document, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(debt__isnull=True) ^ Q(remission__isnull=True),
                name="payments_letter_of_one",
            )
        ]
