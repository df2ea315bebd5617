"""Lists of awards for staff: by number, without names."""

from datetime import date

from django.db.models import OuterRef, QuerySet, Subquery, Sum, Value
from django.db.models.functions import Coalesce

from plein.payments.models import (
    AccountState,
    Award,
    Deduction,
    LineState,
    PayAccount,
    PaymentRun,
    RunLine,
    RunState,
)


def with_paid(awards: QuerySet[Award], month: date | None) -> QuerySet[Award]:
    """Each with `paid_in_month`: cents that went out in the runs over this month."""
    if month is None:
        return awards.annotate(paid_in_month=Value(0))
    lines = RunLine.objects.filter(
        award=OuterRef("pk"), run__month=month, state__in=[LineState.BOOKED, LineState.PAID]
    )
    total = lines.order_by().values("award").annotate(cents=Sum("pays")).values("cents")
    return awards.annotate(paid_in_month=Coalesce(Subquery(total), 0))


def waiting_accounts() -> QuerySet[PayAccount]:
    """Those that staff proposed, the oldest first."""
    rows = PayAccount.objects.filter(state=AccountState.PROPOSED)
    return rows.select_related("award", "staff__account").order_by("known_at", "pk")


def waiting_deductions() -> QuerySet[Deduction]:
    """That a colleague has to agree on, the oldest first."""
    rows = Deduction.objects.filter(agreed_at=None)
    return rows.select_related("award", "made_by__account").order_by("made_at", "pk")


def runs_to_check() -> QuerySet[PaymentRun]:
    return PaymentRun.objects.filter(state=RunState.CHECKING)


def runs_to_approve() -> QuerySet[PaymentRun]:
    return PaymentRun.objects.filter(state=RunState.PROPOSED)
