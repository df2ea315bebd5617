"""What was approved goes into the ledger, and then into files for the bank.

In parts, each one transaction with keys of its own: a job that is killed at any point goes on where
it stopped, no payment is lost and none comes twice.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from hashlib import sha256
from uuid import uuid4

from django.db import connection, transaction
from django.db.models import QuerySet
from django.db.models.functions import Now

from plein.audit.actions import record
from plein.gateways.bank.pain import payment_file
from plein.gateways.bank.payment import Order, Payment
from plein.kernel.actor import Actor
from plein.ledger.actions import open_account
from plein.ledger.bulk import Booking, book_all
from plein.ledger.models import Account, AccountKind, TransferKind
from plein.payments.checks import STOPS
from plein.payments.costs import costs_in
from plein.payments.models import (
    AwardMonth,
    LineState,
    PaymentRun,
    RunFile,
    RunLine,
    RunState,
)
from plein.payments.models.runs import FILE
from plein.payments.offs import with_offs
from plein.payments.paying import payees_of, payments_of
from plein.tenants.keys import seal_under
from plein.tenants.scope import current

PART = 2_000  # lines in one transaction
IN_FILE = 5_000  # lines in one file
_FIX = f"""
UPDATE {AwardMonth._meta.db_table} AS m SET fixed_at = %(at)s, booked_id = b.booked
FROM unnest(%(months)s::bigint[], %(booked)s::bigint[]) AS b (month, booked) WHERE m.id = b.month
"""  # noqa: S608 - the name of our own table


def book_run(run: PaymentRun, *, by: Actor, at: datetime) -> None:
    """Until all of it is booked and every file is there. Safe to run again."""
    while _book_part(run, at):
        pass
    while _make_file(run, by, at):
        pass
    _finish(run, by, at)


@transaction.atomic
def _book_part(run: PaymentRun, at: datetime) -> bool:
    run = _locked(run)
    lines = list(_lines(run).filter(state=LineState.DRAFT)[:PART])
    if run.state != RunState.BOOKING or not lines:
        return False
    costs = open_account(AccountKind.LASTEN, costs_in(run.month))
    under_way = open_account(AccountKind.ONDERWEG, run.pk)
    bookings = [each for line in lines for each in _bookings(line, costs, under_way)]
    found = book_all(bookings, at=at)
    _fix_months({line.month_id: found.get(_fixed_key(line)) for line in lines if line.month}, at)
    stay = [line.pk for line in lines if _stays(line)]
    RunLine.objects.filter(pk__in=stay).update(state=LineState.HELD)
    ours = run.lines.filter(number__lte=lines[-1].number, state=LineState.DRAFT)
    ours.update(state=LineState.BOOKED)
    run.done += len(lines)
    run.moved_at = Now()
    run.save(update_fields=["done", "moved_at"])
    return True


def _fix_months(booked: Mapping[int | None, int | None], at: datetime) -> None:
    """With the transfer of each; none where there was no right."""
    with connection.cursor() as cursor:
        cursor.execute(_FIX, {"months": list(booked), "booked": list(booked.values()), "at": at})


def _lines(run: PaymentRun) -> QuerySet[RunLine]:
    """Awards and months by their keys: to a join the planner does not know yet how many are new."""
    lines = RunLine.objects.filter(run=run).select_related("run")
    return with_offs(lines.prefetch_related("award", "month")).order_by("number")


def _bookings(line: RunLine, costs: Account, under_way: Account) -> Iterator[Booking]:
    fixed = _fixed(line, costs)
    yield Booking(TransferKind.VASTSTELLEN, _fixed_key(line), fixed)
    if _stays(line):
        return
    given: Counter[int] = Counter()
    given[line.award.due_id] -= line.pays
    given[under_way.pk] += line.pays
    for off in line.taken:
        if off.deduction:
            given[off.deduction.account_id] -= off.cents
            given[under_way.pk] += off.cents
    yield Booking(TransferKind.BETAALOPDRACHT, line.end_to_end_id, given)


def _fixed(line: RunLine, costs: Account) -> Counter[int]:
    """The month, and what goes off: an advance, debts, and what is for others.

    Of a line that stays nothing goes off: that is for when it is paid.
    """
    award, month = line.award, line.month
    changes: Counter[int] = Counter()
    if month:
        changes[costs.pk] -= month.right
        changes[award.due_id] += month.paid
        changes[award.reserve_id] += month.reserved
    changes[award.reserve_id] -= line.holiday
    changes[award.due_id] += line.holiday
    if _stays(line):
        return changes
    changes[award.due_id] -= line.advance_off
    changes[award.advance_id] += line.advance_off
    for off in line.taken:
        changes[award.due_id] -= off.cents
        for target in (off.debt, off.deduction):
            if target:
                changes[target.account_id] += off.cents
    return changes


def _stays(line: RunLine) -> bool:
    return bool(line.hold_back) or bool(STOPS.intersection(line.flags))


def _fixed_key(line: RunLine) -> str:
    return f"{line.end_to_end_id}-vast"


@transaction.atomic
def _make_file(run: PaymentRun, by: Actor, at: datetime) -> bool:
    """The next one; False when all are there."""
    run = _locked(run)
    if run.state != RunState.BOOKING:
        return False
    part = run.files.count() + 1
    first = (part - 1) * IN_FILE
    if first >= run.size:
        return False
    lines = list(_lines(run).filter(number__gt=first, number__lte=first + IN_FILE))
    paid = [line for line in lines if line.state == LineState.BOOKED]
    payments = list(payments_of(paid, payees_of(run, paid, by=by, at=at)))
    content = _content(run, part, payments)
    key = uuid4()
    RunFile.objects.create(
        id=key,
        run=run,
        part=part,
        content_sealed=seal_under(current(), content, purpose=FILE, context=str(key)),
        digest=sha256(content).hexdigest() if content else "",
        payments=len(payments),
        cents=sum(payment.cents for payment in payments),
    )
    PaymentRun.objects.filter(pk=run.pk).update(moved_at=Now())
    return True


def _content(run: PaymentRun, part: int, payments: Sequence[Payment]) -> bytes:
    """Empty when nothing is paid in this part. The moment in it is that of the approval."""
    if not payments:
        return b""
    municipality = current()
    order = Order(
        f"{run.message_id}-D{part}",
        f"Gemeente {municipality.name}",
        municipality.iban,
        run.pay_on,
        run.decided_at or run.made_at,
    )
    return payment_file(order, payments)


@transaction.atomic
def _finish(run: PaymentRun, by: Actor, at: datetime) -> None:
    run = _locked(run)
    if run.state != RunState.BOOKING:
        return
    run.state, run.done = RunState.READY, run.size
    run.save(update_fields=["state", "done"])
    record("payments.run.ready", on=run, by=by, at=at, files=run.files.count())


def _locked(run: PaymentRun) -> PaymentRun:
    return PaymentRun.objects.select_for_update(of=["self"]).get(pk=run.pk)
