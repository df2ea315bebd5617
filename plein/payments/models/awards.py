"""Who gets a benefit, from when, on which account, and how they live.

What is known about somebody is only added to: a later line on the same day takes the place of an
earlier one, and what a month was worked out with can always be looked up again.
"""

from datetime import date, datetime
from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from plein.identity.models import Resident, Staff
from plein.inbox.models import Topic
from plein.kernel.months import months_after
from plein.ledger.models import Account
from plein.tenants.tenant_model import TenantManager, TenantModel


class AwardManager(TenantManager["Award"]):
    def running_in(self, month: date) -> models.QuerySet["Award"]:
        """Those with a day in this calendar month that we pay."""
        return self.get_queryset().filter(runs_in(month))


def runs_in(month: date) -> Q:
    begun = Q(starts_on__lt=months_after(month, 1), paid_from__lte=month, is_provisional=False)
    return begun & (Q(ends_on=None) | Q(ends_on__gt=month))


class Award(TenantModel):
    """A benefit of somebody, and of their partner with it (Participatiewet art. 44 and 45)."""

    resident = models.ForeignKey(Resident, models.PROTECT, related_name="awards")
    number = models.TextField()  # of the aanvraag, or as the municipality numbered it before
    law = models.TextField()  # the regeling whose rules work it out
    starts_on = models.DateField()
    ends_on = models.DateField(null=True)  # the first day without it
    end_reason = models.TextField(blank=True)
    ended_at = models.DateTimeField(null=True)  # when that was decided
    died_on = models.DateField(null=True)  # it ended as the resident died
    paid_from = models.DateField()  # the first month that we pay: before it somebody else did
    is_provisional = models.BooleanField(default=False)  # not decided yet: only advances are paid
    asks_statement = models.BooleanField(default=False)  # income that changes from month to month
    due = models.OneToOneField(Account, models.PROTECT, related_name="+")  # still to be paid
    reserve = models.OneToOneField(Account, models.PROTECT, related_name="+")  # holiday allowance
    advance = models.OneToOneField(Account, models.PROTECT, related_name="+")  # paid ahead: below 0
    overpaid = models.OneToOneField(Account, models.PROTECT, related_name="+")  # undecided: below 0
    decided_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()
    topic = models.OneToOneField(  # what is asked and sent; made when first needed: `topic_of`
        Topic, models.PROTECT, null=True, related_name="award"
    )

    objects: ClassVar[AwardManager] = AwardManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "number"], name="payments_award_number"
            ),
            models.CheckConstraint(condition=Q(paid_from__day=1), name="payments_award_first_day"),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="payments_award_ends_later",
            ),
            models.CheckConstraint(
                condition=Q(ends_on=None) | (~Q(end_reason="") & Q(ended_at__isnull=False)),
                name="payments_award_end_reason",
            ),
            models.CheckConstraint(
                condition=Q(died_on=None) | Q(ends_on__gt=F("died_on")),
                name="payments_award_ends_after_death",
            ),
        ]
        indexes = [
            models.Index(fields=["municipality", "starts_on"], name="payments_award_starts"),
        ]

    def is_paid_over(self, month: date) -> bool:
        return not self.is_provisional and self.paid_from <= month

    def covers(self, month: date) -> bool:
        """Whether it runs on each day of this calendar month."""
        until = months_after(month, 1)
        return self.starts_on <= month and (self.ends_on is None or self.ends_on >= until)

    def end_known_at(self, at: datetime) -> date | None:
        """The first day without it, as it was known at that moment."""
        return self.ends_on if self.ended_at and self.ended_at <= at else None


class Known(TenantModel):
    """A line that is added and never changed; the newest of a day or month counts."""

    award: models.ForeignKey[Award, Award]
    content_sealed = models.BinaryField()  # JSON, under the key of the resident
    known_at = models.DateTimeField()
    by_resident = models.BooleanField(default=False)
    staff = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")

    objects: ClassVar[models.Manager[Self]] = TenantManager()

    class Meta:
        abstract = True


class Situation(Known):
    """How somebody lives from a day on: until the next one."""

    award = models.ForeignKey(Award, models.PROTECT, related_name="situations")
    from_on = models.DateField()

    class Meta:
        indexes = [models.Index(fields=["award", "from_on"], name="payments_situation_from")]


class Statement(Known):
    """The income of a month: as the resident told it, or as staff know it."""

    award = models.ForeignKey(Award, models.PROTECT, related_name="statements")
    month = models.DateField()  # its first day
    # The wage that the form showed while none was told, as the page said: see `payments.shown_wage`
    shown_sealed = models.BinaryField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(month__day=1), name="payments_statement_first_day")
        ]
        indexes = [models.Index(fields=["award", "month"], name="payments_statement_month")]


class AccountState(models.TextChoices):
    PROPOSED = "voorgesteld", _("wacht op een collega")
    CONFIRMED = "bevestigd", _("bevestigd")
    REFUSED = "afgewezen", _("afgewezen")


class PayAccount(Known):
    """Where the money goes: told with the resident's own login, or by two of the staff."""

    MOVES = {
        AccountState.PROPOSED: {AccountState.CONFIRMED, AccountState.REFUSED},
        AccountState.CONFIRMED: set(),
        AccountState.REFUSED: set(),
    }

    award = models.ForeignKey(Award, models.PROTECT, related_name="accounts")
    state = models.TextField(choices=AccountState, default=AccountState.PROPOSED)
    settled_at = models.DateTimeField(null=True)
    settled_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(settled_by=None) | ~Q(settled_by=F("staff")),
                name="payments_account_four_eyes",
            ),
            models.CheckConstraint(
                condition=Q(state="voorgesteld") | Q(settled_at__isnull=False),
                name="payments_account_settled",
            ),
        ]
        indexes = [models.Index(fields=["award", "known_at"], name="payments_account_known")]
