"""Saving up: what is left at the end of a period goes along to the budget of the next one."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import F

from plein.audit.actions import record
from plein.kernel.actor import Actor
from plein.ledger.actions import Move, lock, transfer
from plein.ledger.models import TransferKind
from plein.webshop.actions.changing_grants import RUNNING
from plein.webshop.actions.ending import locked_grant
from plein.webshop.models import Grant

WAITS_DAYS = 92  # for a budget of the next period, before what was saved lapses


def waits_for_next(grant: Grant, day: date) -> bool:
    """Whether what was saved stays where it is: there may still come a budget to add it to."""
    period = grant.period
    over = period.spend_until + timedelta(days=WAITS_DAYS) <= day
    return period.saves_up_to is not None and not over and next_grant(grant) is None


def next_grant(grant: Grant) -> Grant | None:
    """The running budget of the same holder in the first period after this one."""
    later = Grant.objects.filter(
        household=grant.household_id,
        member=grant.member_id,
        period__scheme=grant.period.scheme_id,
        period__spend_from__gte=grant.period.spend_until,
        status__in=RUNNING,
    )
    return later.order_by("period__spend_from").first()


@transaction.atomic
def carry_over(grant: Grant, *, by: Actor, at: datetime) -> int:
    """Move what may be saved to the next budget; the cents that went. Twice is once."""
    grant, following = locked_grant(grant), next_grant(grant)
    most = grant.period.saves_up_to
    if most is None or following is None or grant.status not in RUNNING:
        return 0
    accounts = lock([grant.budget_id, following.budget_id])
    budget = accounts[grant.budget_id]
    if (cents := min(budget.balance, most)) <= 0:
        return 0
    move = Move(budget, accounts[following.budget_id], cents)
    transfer(TransferKind.OVERHEVELEN, [move], key=f"carry-{grant.pk}", at=at)
    Grant.objects.filter(pk=following.pk).update(carried=F("carried") + cents)
    record("webshop.grant.carried", on=following, by=by, at=at, cents=cents)
    return cents
