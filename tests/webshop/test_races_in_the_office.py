"""Two colleagues at the same moment: batches and grants, each with its negative control."""

from collections import Counter
from datetime import timedelta
from functools import partial
from threading import Barrier

import pytest
from django.db.models import Sum

from plein.ledger.actions import open_account
from plein.ledger.models import Account, AccountKind
from plein.ledger.queries import check_books
from plein.webshop.actions import settlement
from plein.webshop.actions.grants import PotIsEmpty, grant_budget
from plein.webshop.actions.settlement import NothingToPay, make_batch
from plein.webshop.actions.till import hand_over
from plein.webshop.models import Grant, OrderLine, PaymentInstruction, SettlementBatch
from tests.cast import NOON, TESTS, TODAY
from tests.webshop.conftest import YARA, children_of, order
from tests.webshop.naive import with_a_naive_ledger, without_locks

TOMORROW = NOON + timedelta(days=1)


@pytest.fixture
def five_deliveries(fatima, kindpakket, swimming_lessons, grant_for):
    lina = children_of(fatima)[0]
    grant = grant_for(kindpakket, lina, cents=50_000)
    for number in range(5):
        placed = order(fatima, (swimming_lessons, lina, grant), key=f"order {number}")
        hand_over(placed.pickups.get(), by=YARA, at=NOON)


@pytest.fixture
def two_makers(ingrid, tom):
    day = TODAY + timedelta(days=1)
    return [partial(make_batch, until=day, by=by, at=TOMORROW) for by in (ingrid, tom)]


def instructed() -> int:
    return PaymentInstruction.objects.aggregate(total=Sum("amount"))["total"]


def test_two_batches_at_once_pay_every_delivery_once(at_once, five_deliveries, two_makers):
    answers = at_once(two_makers)

    assert Counter(map(type, answers)) == {SettlementBatch: 1, NothingToPay: 1}
    assert OrderLine.objects.filter(instruction=None).count() == 0
    assert instructed() == 5 * 9_500


def test_control_without_locks_two_batches_pay_the_same_deliveries(
    at_once, five_deliveries, two_makers, monkeypatch, take_down
):
    everybody_looked = Barrier(2)
    gather = settlement.gather

    def look(until):
        found = gather(until)
        everybody_looked.wait(timeout=30)
        return found

    open_account(AccountKind.BANK)
    take_down("webshop_settlementbatch", "webshop_batch_number")
    without_locks(monkeypatch)
    monkeypatch.setattr(settlement, "gather", look)

    at_once(two_makers)

    assert instructed() == 2 * 5 * 9_500


@pytest.fixture
def imports(neighbours):
    """Grant so many residents 275 euros each, one import per resident."""

    def make(number, period):
        members = [
            person.memberships.select_related("household").get() for person in neighbours(number)
        ]
        return [
            partial(
                grant_budget,
                period,
                member.household,
                member,
                cents=27_500,
                reference=f"row {row}",
                by=TESTS,
                at=NOON,
            )
            for row, member in enumerate(members)
        ]

    return make


def test_grants_at_once_stop_when_the_pot_is_empty(at_once, open_period, imports):
    period = open_period(pot=12 * 27_500 + 27_499)
    works = imports(30, period)

    answers = at_once(works)

    assert Counter(map(type, answers)) == {Grant: 12, PotIsEmpty: 18}
    assert Account.objects.get(pk=period.pot_id).balance == 27_499
    assert check_books().is_right()


def test_the_same_file_imported_twice_at_once_grants_each_row_once(at_once, open_period, imports):
    period = open_period()
    works = imports(10, period)

    answers = at_once(works + works)

    assert Counter(map(type, answers)) == {Grant: 20}
    assert Grant.objects.count() == 10
    assert check_books().is_right()


def test_control_a_ledger_that_looks_before_it_writes_grants_more_than_the_pot(
    at_once, open_period, imports, monkeypatch, take_down
):
    period = open_period(pot=27_500)
    works = imports(2, period)
    with_a_naive_ledger(monkeypatch, take_down, together=2)

    answers = at_once(works)

    assert Counter(map(type, answers)) == {Grant: 2}
    assert check_books().negative == [period.pot_id]
