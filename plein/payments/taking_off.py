"""What goes off the payments of these awards: seizures, debts, and what somebody asked."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q

from plein.payments.line import Owed, Standing, Wanted
from plein.payments.models import (
    FIRST_PAID,
    Award,
    Debt,
    Deduction,
    DeductionKind,
    Plan,
    PlanState,
)


@dataclass
class Taking:
    owed: list[Owed] = field(default_factory=list)
    wanted: list[Wanted] = field(default_factory=list)


def standing_of(award: Award) -> Standing:
    """On its accounts; an advance goes off once there is a decision, and not before."""
    ahead = 0 if award.is_provisional else -award.advance.balance
    return Standing(award.due.balance, award.reserve.balance, ahead)


def taking_off(awards: Sequence[Award], month: date, at: datetime) -> dict[UUID, Taking]:
    """Three queries, whatever the number of awards."""
    found: dict[UUID, Taking] = defaultdict(Taking)
    _owed(found, awards, month)
    rows = Deduction.objects.filter(
        Q(until_month=None) | Q(until_month__gt=month),
        award__in=awards,
        from_month__lte=month,
        agreed_at__lte=at,
    )
    for row in rows.order_by("from_month", "made_at", "pk"):
        is_seizure = row.kind == DeductionKind.SEIZURE
        found[row.award_id].wanted.append(Wanted(row.pk, row.per_month, is_seizure))
    return found


def _owed(found: dict[UUID, Taking], awards: Sequence[Award], month: date) -> None:
    """In the order of the law, the oldest first; without a plan as much as there is room."""
    debts = list(
        Debt.objects.filter(award__in=awards, account__balance__lt=0)
        .exclude(paused_until__gt=month)
        .select_related("account")
    )
    plans = dict(
        Plan.objects.filter(
            debt__in=debts, state=PlanState.AGREED, from_month__lte=month
        ).values_list("debt_id", "per_month")
    )
    for debt in sorted(debts, key=_order):
        left = -debt.account.balance
        found[debt.award_id].owed.append(Owed(debt.pk, left, plans.get(debt.pk, left)))


def _order(debt: Debt) -> tuple[int, int]:
    causes = [cause.value for cause in FIRST_PAID]
    return causes.index(debt.cause), debt.number
