from datetime import timedelta

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from plein.ledger.actions import (
    Move,
    Part,
    hold,
    open_account,
    post,
    reopen,
    storno,
    transfer,
    void,
)
from plein.ledger.models import AccountKind, Entry, Transfer, TransferKind
from plein.ledger.queries import check_books
from plein.ledger.refusals import AlreadyReversed, HoldIsClosed, KeyUsedForOther, NotEnoughMoney
from tests.cast import NOON


@pytest.fixture
def begroting(emmen):
    return open_account(AccountKind.BEGROTING)


@pytest.fixture
def pot(begroting):
    account = open_account(AccountKind.POT, "kindpakket")
    transfer(TransferKind.KREDIET, [Move(begroting, account, 10_000)], key="krediet", at=NOON)
    return account


@pytest.fixture
def budget(pot):
    account = open_account(AccountKind.BUDGET, "noor")
    transfer(TransferKind.TOEKENNEN, [Move(pot, account, 2_500)], key="grant", at=NOON)
    return account


@pytest.fixture
def reserve(emmen):
    return open_account(AccountKind.RESERVERING, "noor")


def balance(account) -> int:
    account.refresh_from_db()
    return account.balance


def test_money_that_goes_out_of_one_account_comes_into_the_other(pot, budget):
    assert (balance(pot), balance(budget)) == (7_500, 2_500)
    assert check_books().is_right()


def test_the_last_cent_can_be_spent_and_one_more_cannot(budget, reserve):
    hold(2_500, source=budget, reserve=reserve, key="all", at=NOON)

    with pytest.raises(NotEnoughMoney):
        hold(1, source=budget, reserve=reserve, key="one more", at=NOON)

    assert balance(budget) == 0
    assert check_books().is_right()


def test_the_same_key_books_once_and_gives_the_same_transfer(pot, budget):
    move = [Move(pot, budget, 100)]

    first = transfer(TransferKind.TOEKENNEN, move, key="twice", at=NOON)
    second = transfer(TransferKind.TOEKENNEN, move, key="twice", at=NOON + timedelta(days=1))

    assert first.pk == second.pk
    assert balance(budget) == 2_600


def test_a_replay_gives_the_same_answer_when_the_money_is_gone_by_now(budget, reserve):
    first = hold(2_500, source=budget, reserve=reserve, key="order", at=NOON)

    again = hold(2_500, source=budget, reserve=reserve, key="order", at=NOON)

    assert again.pk == first.pk


def test_a_key_cannot_be_used_for_another_movement(pot, budget):
    with pytest.raises(KeyUsedForOther):
        transfer(TransferKind.TOEKENNEN, [Move(pot, budget, 1)], key="grant", at=NOON)


def test_a_hold_closes_to_several_in_one_transfer(budget, reserve):
    shop = open_account(AccountKind.TE_BETALEN, "ali")
    withheld = open_account(AccountKind.AANBIEDERSBIJDRAGE)
    held = hold(1_000, source=budget, reserve=reserve, key="order", at=NOON)

    booked = post(held, target=shop, less=[Part(withheld, 100)], key="deliver", at=NOON)

    assert (balance(shop), balance(withheld), balance(reserve)) == (900, 100, 0)
    assert booked.entries.count() == 3
    reopen(held, key="undo", at=NOON)
    assert (balance(shop), balance(withheld), balance(reserve)) == (0, 0, 1_000)
    assert check_books().is_right()


def test_of_a_hold_all_of_it_or_nothing_can_be_for_another(budget, reserve):
    shop = open_account(AccountKind.TE_BETALEN, "ali")
    withheld = open_account(AccountKind.AANBIEDERSBIJDRAGE)
    for number, cents in enumerate((0, 1_000)):
        held = hold(1_000, source=budget, reserve=reserve, key=f"order-{number}", at=NOON)
        post(held, target=shop, less=[Part(withheld, cents)], key=f"deliver-{number}", at=NOON)

    assert (balance(shop), balance(withheld), balance(reserve)) == (1_000, 1_000, 0)


def test_a_hold_is_closed_once(budget, reserve):
    payable = open_account(AccountKind.TE_BETALEN, "de plons")
    held = hold(900, source=budget, reserve=reserve, key="order", at=NOON)

    post(held, target=payable, key="handed over", at=NOON)
    with pytest.raises(HoldIsClosed):
        void(held, key="cancelled", at=NOON)

    assert (balance(budget), balance(reserve), balance(payable)) == (1_600, 0, 900)


def test_a_cancelled_hold_gives_back_every_cent(budget, reserve):
    held = hold(900, source=budget, reserve=reserve, key="order", at=NOON)

    void(held, key="cancelled", at=NOON)

    assert (balance(budget), balance(reserve)) == (2_500, 0)


def test_a_closing_that_is_undone_holds_the_money_again(budget, reserve):
    payable = open_account(AccountKind.TE_BETALEN, "de plons")
    held = hold(900, source=budget, reserve=reserve, key="order", at=NOON)
    post(held, target=payable, key="handed over", at=NOON)

    reopen(held, key="undone", at=NOON)

    assert (balance(budget), balance(reserve), balance(payable)) == (1_600, 900, 0)


def test_a_mistake_is_mirrored_and_only_once(pot, budget):
    original = Transfer.objects.get(key="grant")

    storno(original, key="mistake", at=NOON)
    with pytest.raises(AlreadyReversed):
        storno(original, key="mistake again", at=NOON)

    assert (balance(pot), balance(budget)) == (10_000, 0)
    assert check_books().is_right()


@pytest.mark.parametrize(
    "statement", ["UPDATE ledger_entry SET amount = 1", "DELETE FROM ledger_transfer"]
)
def test_nothing_that_is_booked_is_changed_or_removed(budget, statement):
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_the_database_refuses_entries_that_do_not_sum_to_zero(budget):
    original = Transfer.objects.get(key="grant")

    with pytest.raises(IntegrityError), transaction.atomic():
        Entry.objects.create(transfer=original, account=budget, amount=5)


def test_the_database_refuses_a_balance_below_zero(budget):
    with pytest.raises(IntegrityError), transaction.atomic():
        type(budget).objects.filter(pk=budget.pk).update(balance=-1)


def test_a_move_of_nothing_is_a_mistake_of_the_caller(pot, budget):
    with pytest.raises(ValueError, match="above zero"):
        Move(pot, budget, 0)
