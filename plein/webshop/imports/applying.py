"""Book what was checked: people, budgets and money in one transaction, a whole file at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.audit.many import record_each
from plein.identity.imports.knowing import know_all
from plein.identity.imports.records import RowsDoNotFit
from plein.kernel.actor import Actor
from plein.kernel.money import euros
from plein.kernel.refusal import Refusal
from plein.ledger.actions import Move, open_accounts, transfer
from plein.ledger.models import AccountKind, TransferKind
from plein.webshop.actions.grants import SchemeNotOpen, locked_period
from plein.webshop.actions.waiting import put_on_waiting_list
from plein.webshop.imports.checking import Plan, Planned, make_plan
from plein.webshop.imports.people import Places, settle
from plein.webshop.imports.register import numbers_in
from plein.webshop.imports.rows import Row
from plein.webshop.models import Grant, SchemePeriod, WaitingGrant

BATCH = 2_000


class PotIsTooSmall(Refusal):
    message = _("In de pot zit {left}. Nodig is {needed}. U komt {short} tekort.")


@dataclass(frozen=True, slots=True)
class Booked:
    """What came of a file; `again` is how many rows were booked before."""

    grants: list[Grant]
    again: int


def check_rows(rows: Sequence[Row], *, period: SchemePeriod, by: Actor, at: datetime) -> Plan:
    """What granting these rows would do.

    Raises `SchemeNotOpen`, `RowsDoNotFit` and `PotIsTooSmall`.
    """
    if period.scheme.status != "open":
        raise SchemeNotOpen
    plan = make_plan(rows, period, by=by, at=at)
    if plan.problems:
        raise RowsDoNotFit(plan.problems)
    if (short := plan.total - period.pot.balance) > 0:
        raise PotIsTooSmall(
            left=euros(period.pot.balance), needed=euros(plan.total), short=euros(short)
        )
    return plan


@transaction.atomic
def grant_rows(rows: Sequence[Row], *, period: SchemePeriod, by: Actor, at: datetime) -> Booked:
    """Grant a budget for every row that was not granted before: all of them, or none.

    People who are new are made known. Raises as `check_rows`.
    """
    period = locked_period(period)
    know_all(numbers_in(rows), by=by, at=at)
    plan = check_rows(rows, period=period, by=by, at=at)
    places = settle(plan.planned, rows, at=at)
    grants = _open_grants(plan.planned, places, period, at)
    if grants:
        moves = [Move(period.pot, grant.budget, grant.amount) for grant in grants]
        transfer(TransferKind.TOEKENNEN, moves, key=f"import-{uuid4()}", at=at)
        made = ((grant, {"cents": grant.amount}) for grant in grants)
        record_each("webshop.grant.made", made, by=by, at=at)
    return Booked(grants, again=len(plan.skipped))


@transaction.atomic
def queue_rows(
    rows: Sequence[Row], *, period: SchemePeriod, by: Actor, at: datetime
) -> list[WaitingGrant]:
    """A place on the waiting list for every row, in their order, when the pot is too small.

    People who are new are made known. Raises `SchemeNotOpen` and `RowsDoNotFit`, and those of
    `put_on_waiting_list`.
    """
    if period.scheme.status != "open":
        raise SchemeNotOpen
    know_all(numbers_in(rows), by=by, at=at)
    plan = make_plan(rows, period, by=by, at=at)
    if plan.problems:
        raise RowsDoNotFit(plan.problems)
    places = settle(plan.planned, rows, at=at)
    return [
        put_on_waiting_list(
            period,
            *places[each.row.number],
            cents=each.cents,
            reference=each.row.reference,
            by=by,
            at=at,
        )
        for each in plan.planned
    ]


def _open_grants(
    planned: Sequence[Planned], places: Places, period: SchemePeriod, at: datetime
) -> list[Grant]:
    grants = []
    for each in planned:
        household, member = places[each.row.number]
        grants.append(
            Grant(
                period=period,
                household=household,
                member=member,
                amount=each.cents,
                reference=each.row.reference,
                granted_at=at,
            )
        )
    budgets = open_accounts(AccountKind.BUDGET, [grant.pk for grant in grants])
    reserves = open_accounts(AccountKind.RESERVERING, [grant.pk for grant in grants])
    for grant, budget, reserve in zip(grants, budgets, reserves, strict=True):
        grant.budget, grant.reserve = budget, reserve
    return Grant.objects.bulk_create(grants, batch_size=BATCH)
