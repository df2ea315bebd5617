"""What goes off a payment: for others, and to pay back. A person decided on each."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from plein.identity.models import Resident, Staff
from plein.ledger.models import Account
from plein.payments.models.awards import Award
from plein.payments.models.runs import RunLine
from plein.tenants.models import Municipality
from plein.tenants.scope import current_id
from plein.tenants.tenant_model import TenantManager, TenantModel


class Cause(models.TextChoices):
    """Why too much was paid; the order is that in which debts are paid off."""

    NOT_TOLD = "niet gemeld", _("iets niet of te laat gemeld")  # Participatiewet art. 58 lid 1
    LATER_INCOME = "later inkomen", _("later geld gekregen over dezelfde tijd")  # lid 2 onder f
    ADVANCE = "voorschot", _("een voorschot zonder recht")  # lid 2 onder d
    OWN_MISTAKE = "fout gemeente", _("een fout van de gemeente")  # lid 2 onder a
    LOAN = "lening", _("een lening van de gemeente")  # lid 2 onder b


FIRST_PAID = (Cause.NOT_TOLD, Cause.LATER_INCOME, Cause.ADVANCE, Cause.OWN_MISTAKE, Cause.LOAN)


class DebtState(models.TextChoices):
    PROPOSED = "voorgesteld", _("wacht op een collega")
    DECIDED = "vastgesteld", _("vastgesteld")
    DROPPED = "ingetrokken", _("gaat niet door")


class Debt(TenantModel):
    """Money to pay back, decided by two people. The account says what is open: minus its balance.

    The decision says how much too much was paid; `gross` comes on top of that after the year.
    """

    MOVES = {
        DebtState.PROPOSED: {DebtState.DECIDED, DebtState.DROPPED},
        DebtState.DECIDED: set(),
        DebtState.DROPPED: set(),
    }

    resident = models.ForeignKey(Resident, models.PROTECT, related_name="debts")
    award = models.ForeignKey(Award, models.PROTECT, related_name="debts")
    number = models.PositiveIntegerField()
    cause = models.TextField(choices=Cause)
    over_from = models.DateField()  # the first month that was paid too much
    over_until = models.DateField()  # not in it
    cents = models.BigIntegerField()  # that was paid too much
    gross = models.BigIntegerField(default=0)  # tax on it, after the year (art. 58 lid 5)
    explanation_sealed = models.BinaryField()
    state = models.TextField(choices=DebtState, default=DebtState.PROPOSED)
    account = models.OneToOneField(Account, models.PROTECT, related_name="+")
    paused_until = models.DateField(null=True)
    proposed_by = models.ForeignKey(Staff, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    decided_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")
    decided_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["municipality", "number"], name="payments_debt_number"),
            models.CheckConstraint(
                condition=Q(decided_by=None) | ~Q(decided_by=models.F("proposed_by")),
                name="payments_debt_four_eyes",
            ),
            models.CheckConstraint(
                condition=~Q(state="vastgesteld")
                | (Q(decided_by__isnull=False) & Q(decided_on__isnull=False)),
                name="payments_debt_decided",
            ),
            models.CheckConstraint(
                condition=Q(cents__gt=0) & Q(gross__gte=0), name="payments_debt_amount"
            ),
            models.CheckConstraint(
                condition=Q(over_until__gt=models.F("over_from")), name="payments_debt_period"
            ),
        ]

    def rests_on(self, day: date) -> bool:
        return self.paused_until is not None and day < self.paused_until


class PlanState(models.TextChoices):
    PROPOSED = "voorgesteld", _("wacht op antwoord van de gemeente")
    AGREED = "afgesproken", _("afgesproken")
    REFUSED = "afgewezen", _("niet akkoord")
    REPLACED = "vervangen", _("vervangen door een andere afspraak")


class Plan(TenantModel):
    """How much is paid back in a month, as the resident proposed or staff set."""

    MOVES = {
        PlanState.PROPOSED: {PlanState.AGREED, PlanState.REFUSED, PlanState.REPLACED},
        PlanState.AGREED: {PlanState.REPLACED},
        PlanState.REFUSED: set(),
        PlanState.REPLACED: set(),
    }

    debt = models.ForeignKey(Debt, models.PROTECT, related_name="plans")
    per_month = models.BigIntegerField()  # cents
    from_month = models.DateField()
    state = models.TextField(choices=PlanState, default=PlanState.PROPOSED)
    by_resident = models.BooleanField()
    made_at = models.DateTimeField()
    settled_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")
    settled_at = models.DateTimeField(null=True)
    answer = models.TextField(blank=True)  # why not, to the resident

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(per_month__gt=0), name="payments_plan_amount"),
            models.UniqueConstraint(
                fields=["debt"],
                condition=Q(state__in=["voorgesteld"]),
                name="payments_one_proposal",
            ),
            models.UniqueConstraint(
                fields=["debt"], condition=Q(state="afgesproken"), name="payments_one_plan"
            ),
        ]


class DeductionKind(models.TextChoices):
    SEIZURE = "beslag", _("beslag")
    RENT = "huur", _("huur, omdat u dat vroeg")
    ENERGY = "energie", _("energie, omdat u dat vroeg")
    DEBTS = "schulden", _("schulden, omdat u dat vroeg")


class Deduction(TenantModel):
    """Paid to somebody else out of the benefit: at most what is above the beslagvrije voet where a
    bailiff asks it, and as much as was agreed where the resident asked it.

    One that `replaces` another takes its place once a colleague agreed.
    """

    award = models.ForeignKey(Award, models.PROTECT, related_name="deductions")
    kind = models.TextField(choices=DeductionKind)
    per_month = models.BigIntegerField()  # cents, at most
    payee_sealed = models.BinaryField()  # JSON: name, IBAN, reference
    account = models.OneToOneField(Account, models.PROTECT, related_name="+")
    from_month = models.DateField()
    until_month = models.DateField(null=True)
    asked_on = models.DateField(null=True)  # when the resident said yes; none for a seizure
    replaces = models.OneToOneField("self", models.PROTECT, null=True, related_name="replaced_by")
    made_by = models.ForeignKey(Staff, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    agreed_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")
    agreed_at = models.DateTimeField(null=True)  # from then it is taken off

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(per_month__gt=0), name="payments_deduction_amount"),
            models.CheckConstraint(
                condition=Q(agreed_by=None, agreed_at=None)
                | (Q(agreed_at__isnull=False) & ~Q(agreed_by=models.F("made_by"))),
                name="payments_deduction_four_eyes",
            ),
        ]


class LineOff(models.Model):
    """One thing that goes off a line of a run: to pay back, or for somebody else."""

    id = models.BigAutoField(primary_key=True)
    municipality = models.ForeignKey(
        Municipality, models.PROTECT, default=current_id, related_name="+", db_index=False
    )
    line = models.ForeignKey(RunLine, models.CASCADE, related_name="offs")
    debt = models.ForeignKey(Debt, models.PROTECT, null=True, related_name="offs")
    deduction = models.ForeignKey(Deduction, models.PROTECT, null=True, related_name="offs")
    cents = models.BigIntegerField()

    objects: ClassVar[models.Manager["LineOff"]] = TenantManager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(cents__gt=0), name="payments_off_amount"),
            models.CheckConstraint(
                condition=Q(debt__isnull=True) ^ Q(deduction__isnull=True), name="payments_off_one"
            ),
        ]
