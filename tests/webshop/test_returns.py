"""What comes back: the money to the budget, and the provider gets it once or not at all."""

from datetime import date, timedelta

import pytest
from django.db.models import Sum

from plein.ledger.models import Account, AccountKind, Transfer, TransferKind
from plein.ledger.queries import check_books
from plein.webshop.actions.ending import lapse_grant
from plein.webshop.actions.returning import CameBack, CannotReturn, SayWhyReturned, return_line
from plein.webshop.actions.settlement import approve_batch, make_batch, reject_batch
from plein.webshop.actions.till import NothingToHandOver, TooLateToUndo, hand_over, undo_hand_over
from plein.webshop.models import LineStatus, Participation, ReturnReason
from plein.webshop.queries.provider import not_paid_yet
from plein.webshop.queries.specification import specification
from tests.cast import NOON, TESTS, TODAY
from tests.webshop.conftest import YARA, children_of, order

TOMORROW, TOMORROW_NOON = TODAY + timedelta(days=1), NOON + timedelta(days=1)
PAY_ON = date(2026, 11, 27)
BACK = CameBack(ReturnReason.DOES_NOT_FIT, on_shelf=True)


@pytest.fixture
def ten_percent(racket):
    """What De Plons agreed to."""
    Participation.objects.update(contribution=1_000)


@pytest.fixture
def grant(fatima, kindpakket, grant_for):
    return grant_for(kindpakket, children_of(fatima)[0], cents=60_000)


@pytest.fixture
def racket(product_for, kindpakket):
    return product_for(kindpakket.scheme, title="Racket", price=10_000, stock=5)


@pytest.fixture
def handed_over(fatima, grant, racket):
    """Bought and taken home: the line."""

    def make(key="order", version=None, at=NOON):
        lina = children_of(fatima)[0]
        pickup = order(fatima, (version or racket, lina, grant), key=key).pickups.get()
        hand_over(pickup, by=YARA, at=at)
        return pickup.lines.get()

    return make


@pytest.fixture
def pay(ingrid, tom):
    """Make a batch of all that was handed over, and approve it."""

    def make(days=1):
        at = NOON + timedelta(days=days)
        batch = make_batch(until=TODAY + timedelta(days=days), by=ingrid, at=at)
        return approve_batch(batch, pay_on=PAY_ON, by=tom, at=at)

    return make


def balance(kind: AccountKind) -> int:
    return Account.objects.filter(kind=kind).aggregate(total=Sum("balance"))["total"] or 0


def money() -> tuple[int, int, int]:
    """To be paid, owed by providers, contributions."""
    kinds = (AccountKind.TE_BETALEN, AccountKind.VORDERING, AccountKind.AANBIEDERSBIJDRAGE)
    return tuple(balance(kind) for kind in kinds)


def left(grant) -> int:
    return Account.objects.get(pk=grant.budget_id).balance


def test_ten_of_a_hundred_euros_is_withheld_at_hand_over(ten_percent, handed_over, grant):
    line = handed_over()

    assert money() == (9_000, 0, 1_000)
    assert left(grant) == 50_000
    assert (line.price, line.contribution, line.for_provider) == (10_000, 1_000, 9_000)
    booked = Transfer.objects.get(kind=TransferKind.LEVEREN)
    assert booked.entries.count() == 3


def test_undoing_a_hand_over_undoes_the_contribution(ten_percent, handed_over):
    line = handed_over()

    undo_hand_over(line.pickup, by=YARA, at=NOON)
    assert money() == (0, 0, 0)
    hand_over(line.pickup, by=YARA, at=NOON)

    assert money() == (9_000, 0, 1_000)


def test_what_comes_back_before_it_was_paid_costs_nobody_anything(ten_percent, handed_over, grant):
    line = handed_over()

    row = return_line(line, BACK, by=YARA, at=NOON)

    assert money() == (0, 0, 0)
    assert left(grant) == 60_000
    assert row.owed == 0
    line.refresh_from_db()
    assert line.status == LineStatus.RETURNED
    assert check_books().is_right()


def test_what_comes_back_after_it_was_paid_is_owed_by_the_provider(
    ten_percent, handed_over, grant, pay
):
    line = handed_over()
    pay()

    row = return_line(line, BACK, by=YARA, at=TOMORROW_NOON)

    assert money() == (0, -9_000, 0)
    assert left(grant) == 60_000
    assert row.owed == 9_000
    assert check_books().is_right()


def test_a_next_payment_sets_off_what_is_owed(ten_percent, handed_over, pay, de_plons):
    first = handed_over()
    pay()
    return_line(first, BACK, by=YARA, at=TOMORROW_NOON)
    handed_over("two")
    handed_over("three")
    assert not_paid_yet(de_plons) == 9_000

    instruction = pay(2).instructions.get()

    assert (instruction.amount, instruction.set_off) == (9_000, 9_000)
    assert money() == (0, 0, 2_000)
    rows = specification(instruction)
    assert [row.cents for row in rows] == [9_000, 9_000, -9_000]
    assert sum(row.cents for row in rows) == instruction.amount
    assert b"90.00" in bytes(instruction.batch.file)


def test_when_more_is_owed_than_delivered_nothing_is_paid_and_the_rest_stays_owed(
    ten_percent, handed_over, product_for, kindpakket, pay
):
    first = handed_over()
    pay()
    return_line(first, BACK, by=YARA, at=TOMORROW_NOON)
    small = product_for(kindpakket.scheme, title="Veters", price=1_000)
    handed_over("small", small)

    nothing = pay(2)

    instruction = nothing.instructions.get()
    assert (instruction.amount, instruction.set_off, instruction.booked) == (0, 900, None)
    assert bytes(nothing.file) == b""
    assert money() == (0, -8_100, 100)
    assert [row.cents for row in specification(instruction)] == [900, -9_000, 8_100]

    handed_over("large")
    instruction = pay(3).instructions.get()

    assert (instruction.amount, instruction.set_off) == (900, 8_100)
    assert [row.cents for row in specification(instruction)] == [9_000, -8_100]
    assert money() == (0, 0, 1_100)


def test_a_return_while_the_batch_waits_is_right_whatever_is_decided(
    ten_percent, handed_over, pay, ingrid, tom
):
    line = handed_over()
    batch = make_batch(until=TOMORROW, by=ingrid, at=TOMORROW_NOON)
    return_line(line, BACK, by=YARA, at=TOMORROW_NOON)
    assert money() == (9_000, -9_000, 0)

    reject_batch(batch, "toch niet", by=tom, at=TOMORROW_NOON)
    instruction = pay().instructions.get()

    assert instruction.amount == 0
    assert [row.cents for row in specification(instruction)] == [9_000, -9_000]
    assert money() == (0, 0, 0)
    assert check_books().is_right()


def test_two_batches_that_wait_set_the_same_off_once(ten_percent, handed_over, pay, ingrid, tom):
    first = handed_over()
    pay()
    return_line(first, BACK, by=YARA, at=TOMORROW_NOON)
    handed_over("two")
    one = make_batch(until=TOMORROW, by=ingrid, at=TOMORROW_NOON)
    handed_over("three", at=TOMORROW_NOON)
    two = make_batch(
        until=TODAY + timedelta(days=2), by=ingrid, at=TOMORROW_NOON + timedelta(days=1)
    )

    for batch in (two, one):
        approve_batch(batch, pay_on=PAY_ON, by=tom, at=TOMORROW_NOON)

    assert [each.instructions.get().set_off for each in (one, two)] == [9_000, 0]
    assert money() == (0, 0, 2_000)


def test_it_stands_on_the_shelf_again_only_when_it_can_be_sold(handed_over, racket):
    worn = CameBack(ReturnReason.FAULTY, on_shelf=False)
    line, other = handed_over(), handed_over("two")
    racket.product.refresh_from_db()
    assert racket.product.stock == 3

    return_line(line, BACK, by=YARA, at=NOON)
    return_line(other, worn, by=YARA, at=NOON)

    racket.product.refresh_from_db()
    assert racket.product.stock == 4


@pytest.mark.parametrize("was_paid", [False, True])
def test_after_the_budget_has_ended_the_money_goes_to_the_pot(
    handed_over, grant, kindpakket, pay, was_paid
):
    line = handed_over()
    if was_paid:
        pay()
    lapse_grant(grant, by=TESTS, at=NOON)
    before = Account.objects.get(pk=kindpakket.pot_id).balance

    return_line(line, BACK, by=YARA, at=TOMORROW_NOON)

    assert left(grant) == 0
    assert Account.objects.get(pk=kindpakket.pot_id).balance == before + 10_000


def test_it_comes_back_once(at_once, handed_over, grant):
    line = handed_over()

    answers = at_once([lambda: return_line(line, BACK, by=YARA, at=NOON)] * 4)

    assert [type(answer) for answer in answers].count(CannotReturn) == 3
    assert left(grant) == 60_000
    assert check_books().is_right()


def test_what_came_back_is_not_handed_over_or_undone(handed_over):
    line = handed_over()
    return_line(line, BACK, by=YARA, at=NOON)

    with pytest.raises(NothingToHandOver):
        hand_over(line.pickup, by=YARA, at=NOON)
    with pytest.raises(TooLateToUndo):
        undo_hand_over(line.pickup, by=YARA, at=NOON)


def test_what_was_never_handed_over_does_not_come_back(fatima, racket, grant):
    line = order(fatima, (racket, children_of(fatima)[0], grant)).lines.get()

    with pytest.raises(CannotReturn):
        return_line(line, BACK, by=YARA, at=NOON)


def test_staff_say_why(handed_over, bas):
    line = handed_over()

    with pytest.raises(SayWhyReturned):
        return_line(line, BACK, staff=bas, by=bas.actor, at=NOON)

    row = return_line(
        line,
        CameBack(ReturnReason.OTHER, True, "De winkel is dicht."),
        staff=bas,
        by=bas.actor,
        at=NOON,
    )
    assert (row.by_staff, row.note) == (bas, "De winkel is dicht.")
