"""What a municipality gives: a scheme, its period with a pot, and the amount per person."""

from datetime import date, timedelta

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from plein.identity.models import School, Staff
from plein.ledger.models import Account, Transfer
from plein.tenants.tenant_model import TenantModel
from plein.webshop.ages import age_words


class SchemeKind(models.TextChoices):
    """The template a scheme started from; staff change what they like."""

    KINDPAKKET = "kindpakket", _("Kindpakket")
    DOE_MEE_PAS = "doe-mee-pas", _("Doe-mee-pas")
    ENERGIE = "energie", _("Energieregeling")


class SubjectKind(models.TextChoices):
    """Who holds the budget."""

    HOUSEHOLD = "huishouden", _("het hele huishouden")
    MEMBER = "persoon", _("één persoon")


class HouseholdKind(models.TextChoices):
    """Who live together, where the amount depends on it."""

    SINGLE = "alleenstaande", _("één volwassene, geen kinderen")
    LONE_PARENT = "alleenstaande_ouder", _("één volwassene met kinderen")
    COUPLE = "paar", _("twee volwassenen, geen kinderen")
    FAMILY = "paar_met_kinderen", _("twee volwassenen met kinderen")


class SchemeStatus(models.TextChoices):
    DRAFT = "concept", _("concept")
    OPEN = "open", _("open")
    PAUSED = "gepauzeerd", _("gepauzeerd")
    CLOSED = "gesloten", _("gesloten")


class Scheme(TenantModel):
    """A regeling that staff make on screen, with its own assortment."""

    MOVES = {
        SchemeStatus.DRAFT: {SchemeStatus.OPEN},
        SchemeStatus.OPEN: {SchemeStatus.PAUSED, SchemeStatus.CLOSED},
        SchemeStatus.PAUSED: {SchemeStatus.OPEN, SchemeStatus.CLOSED},
        SchemeStatus.CLOSED: set(),
    }

    kind = models.TextField(choices=SchemeKind)
    name = models.TextField()
    summary = models.TextField()
    legal_ground = models.TextField()
    subject = models.TextField(choices=SubjectKind)
    status = models.TextField(choices=SchemeStatus, default=SchemeStatus.DRAFT)
    cents_per_point = models.PositiveIntegerField(null=True)  # None: amounts in euros

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["municipality", "name"], name="webshop_scheme_name"),
            models.CheckConstraint(
                condition=Q(cents_per_point=None) | Q(cents_per_point__gt=0),
                name="webshop_scheme_points",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class SchemePeriod(TenantModel):
    """A year (or school year) of a scheme: when to apply, when to spend, and the pot."""

    scheme = models.ForeignKey(Scheme, models.PROTECT, related_name="periods")
    name = models.TextField()
    apply_from = models.DateField()
    apply_until = models.DateField()  # not in it
    spend_from = models.DateField()
    spend_until = models.DateField()  # not in it
    pot = models.ForeignKey(Account, models.PROTECT, related_name="+")
    is_pro_rata = models.BooleanField(default=False)  # later: fewer months
    once_in_years = models.PositiveSmallIntegerField(null=True)  # None: each period again
    saves_up_to = models.BigIntegerField(null=True)  # cents to the next period; None: it lapses
    takes_claims = models.BooleanField(default=False)  # a resident may pay first, and declare it

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["scheme", "name"], name="webshop_period_name"),
            models.CheckConstraint(
                condition=Q(saves_up_to=None) | Q(saves_up_to__gt=0), name="webshop_period_saving"
            ),
            models.CheckConstraint(
                condition=Q(once_in_years=None) | Q(once_in_years__gte=2),
                name="webshop_period_once_in_years",
            ),
            models.CheckConstraint(
                condition=Q(apply_until__gt=F("apply_from")) & Q(spend_until__gt=F("spend_from")),
                name="webshop_period_dates",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.scheme.name} {self.name}"

    @property
    def last_day(self) -> date:
        """The last day to spend: what people read."""
        return self.spend_until - timedelta(days=1)

    @property
    def apply_last_day(self) -> date:
        return self.apply_until - timedelta(days=1)

    def is_spendable_on(self, day: date) -> bool:
        return self.scheme.status == SchemeStatus.OPEN and self.spend_from <= day < self.spend_until


class AmountRule(TenantModel):
    """The budget for this age, school or household. The first rule that fits counts."""

    period = models.ForeignKey(SchemePeriod, models.CASCADE, related_name="amounts")
    age_from = models.PositiveSmallIntegerField(null=True, blank=True)  # years
    age_until = models.PositiveSmallIntegerField(null=True, blank=True)  # years, not in it
    school = models.TextField(choices=School, blank=True)
    household_kind = models.TextField(choices=HouseholdKind, blank=True)
    amount = models.BigIntegerField()  # cents
    position = models.PositiveSmallIntegerField(default=0)

    @property
    def age_words(self) -> str:
        return age_words(self.age_from, self.age_until)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.CheckConstraint(condition=Q(amount__gt=0), name="webshop_amount_above_zero")
        ]


class CreditProposal(TenantModel):
    """Money for a pot: one person proposes, another books it."""

    period = models.ForeignKey(SchemePeriod, models.PROTECT, related_name="credits")
    amount = models.BigIntegerField()  # cents
    proposed_by = models.ForeignKey(Staff, models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    approved_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")
    approved_at = models.DateTimeField(null=True)
    booked = models.ForeignKey(Transfer, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(amount__gt=0), name="webshop_credit_above_zero"),
            models.CheckConstraint(
                condition=Q(approved_by=None) | ~Q(approved_by=F("proposed_by")),
                name="webshop_credit_four_eyes",
            ),
            models.CheckConstraint(
                condition=Q(approved_by=None, approved_at=None, booked=None)
                | Q(approved_by__isnull=False, approved_at__isnull=False, booked__isnull=False),
                name="webshop_credit_booked_when_approved",
            ),
        ]
