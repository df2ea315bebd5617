"""Money that came in on a debt: once, not before its day, and what was too much is said."""

from datetime import timedelta
from uuid import uuid4

import pytest

from plein.kernel.clock import local_day
from plein.ledger.queries import check_books
from plein.payments.actions.debts import propose_debt
from plein.payments.actions.paying_back import NotOwed
from plein.payments.actions.receiving import (
    AlreadyUndone,
    CameIn,
    MoreThanOwed,
    NotReceivedYet,
    undo_payment,
    write_down,
)
from plein.payments.models import DebtPayment, From
from tests.payments.conftest import AT, claim

DAY = local_day(AT)


def came(cents: int, on=DAY, **more) -> CameIn:
    return CameIn(cents, on, From.RESIDENT, **more)


def open_of(debt) -> int:
    debt.account.refresh_from_db()
    return -debt.account.balance


def test_what_came_in_goes_off_and_stands_with_the_debt(debt, noor):
    row = write_down(debt, came(10_000), key=uuid4(), by=noor, at=AT)

    assert open_of(debt) == 28_528
    assert (row.cents, row.taken, row.too_much) == (10_000, 10_000, 0)
    assert check_books().is_right()


def test_the_same_form_twice_counts_once_also_when_all_is_paid(debt, noor):
    key = uuid4()
    for _time in range(2):
        write_down(debt, came(38_528), key=key, by=noor, at=AT)

    assert open_of(debt) == 0
    assert DebtPayment.objects.count() == 1


def test_two_payments_of_one_amount_on_one_day_are_two(debt, noor):
    for _time in range(2):
        write_down(debt, came(10_000), key=uuid4(), by=noor, at=AT)

    assert open_of(debt) == 18_528


def test_a_cent_more_than_is_open_is_asked_first_and_then_said(debt, noor):
    with pytest.raises(MoreThanOwed, match="0,01"):
        write_down(debt, came(38_529), key=uuid4(), by=noor, at=AT)
    assert open_of(debt) == 38_528

    row = write_down(debt, came(38_529, may_be_more=True), key=uuid4(), by=noor, at=AT)

    assert (open_of(debt), row.too_much) == (0, 1)
    assert check_books().is_right()


def test_nothing_comes_in_tomorrow(debt, noor):
    with pytest.raises(NotReceivedYet):
        write_down(debt, came(1, on=DAY + timedelta(days=1)), key=uuid4(), by=noor, at=AT)


def test_nothing_is_written_before_there_is_a_decision(overpaid, noor):
    proposed = propose_debt(overpaid, claim(), by=noor, at=AT)

    with pytest.raises(NotOwed):
        write_down(proposed, came(1), key=uuid4(), by=noor, at=AT)


def test_what_was_written_by_mistake_is_open_again_and_stays_to_be_seen(debt, noor, sam):
    row = write_down(debt, came(38_528), key=uuid4(), by=noor, at=AT)

    undone = undo_payment(row, by=sam, at=AT)

    assert open_of(debt) == 38_528
    assert (undone.undone_by, undone.undone_at) == (sam, AT)
    assert check_books().is_right()
    with pytest.raises(AlreadyUndone):
        undo_payment(row, by=sam, at=AT)


def test_the_same_form_does_not_bring_back_what_was_undone(debt, noor):
    key = uuid4()
    undo_payment(write_down(debt, came(100), key=key, by=noor, at=AT), by=noor, at=AT)

    write_down(debt, came(100), key=key, by=noor, at=AT)

    assert open_of(debt) == 38_528
