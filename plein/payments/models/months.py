"""What somebody had a right to in a month. A new version comes beside the earlier one."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from plein.ledger.models import Transfer
from plein.payments.models.awards import Award
from plein.tenants.models import Municipality
from plein.tenants.scope import current_id
from plein.tenants.tenant_model import TenantManager


class MonthQuerySet(models.QuerySet["AwardMonth"]):
    def fixed(self) -> Self:
        """What was booked, or found to be nothing: a month of a run that may be dropped is not."""
        return self.filter(fixed_at__isnull=False)


MonthManager = TenantManager.from_queryset(MonthQuerySet)


class AwardMonth(models.Model):
    """Amounts in cents over a whole calendar month, for the days with a right.

    It can be worked out again from what was known at `known_at`, with the rules of `rules`.
    """

    id = models.BigAutoField(primary_key=True)
    municipality = models.ForeignKey(
        Municipality, models.PROTECT, default=current_id, related_name="+", db_index=False
    )
    award = models.ForeignKey(Award, models.PROTECT, related_name="months")
    month = models.DateField()
    version = models.PositiveSmallIntegerField()
    known_at = models.DateTimeField()
    rules = models.TextField()  # digest of the rules and norms
    norm = models.BigIntegerField()  # over the days with a right
    income = models.BigIntegerField()  # that counts
    kept = models.BigIntegerField()  # of the wage, which does not count
    kept_as = models.TextField(blank=True)  # n or r where a month of the exemption is used up
    kept_as_partner = models.TextField(blank=True)
    right = models.BigIntegerField()  # with holiday allowance
    paid = models.BigIntegerField()  # the part that is paid after the month
    reserved = models.BigIntegerField()  # the part that waits for June
    room = models.BigIntegerField()  # above the beslagvrije voet
    fixed_at = models.DateTimeField(null=True)  # until then it can be dropped with its run
    booked = models.OneToOneField(Transfer, models.PROTECT, null=True, related_name="+")

    objects: ClassVar[MonthManager[Self]] = MonthManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["award", "month", "version"], name="payments_month_version"
            ),
            models.CheckConstraint(
                condition=Q(right=models.F("paid") + models.F("reserved")),
                name="payments_month_adds_up",
            ),
            models.CheckConstraint(
                condition=Q(paid__gte=0) & Q(reserved__gte=0), name="payments_month_not_negative"
            ),
        ]
