"""Money is set apart for a whole order at once: all of it or none."""

import pytest
from django.db import transaction

from plein.ledger.actions import Move, open_account, transfer, void
from plein.ledger.holding import hold_all
from plein.ledger.models import AccountKind, Hold, TransferKind
from plein.ledger.posting import KeyTaken
from plein.ledger.queries import check_books
from plein.ledger.refusals import NotEnoughMoney
from tests.cast import NOON


@pytest.fixture
def accounts(emmen):
    """A budget of € 25 and what is set apart from it."""
    source = open_account(AccountKind.BEGROTING)
    budget, reserve = (
        open_account(kind, "noor") for kind in (AccountKind.BUDGET, AccountKind.RESERVERING)
    )
    transfer(TransferKind.TOEKENNEN, [Move(source, budget, 2_500)], key="grant", at=NOON)
    return budget, reserve


def balances(accounts) -> list[int]:
    for each in accounts:
        each.refresh_from_db()
    return [each.balance for each in accounts]


def test_each_line_has_a_hold_of_its_own_that_can_be_given_back(accounts):
    holds = hold_all({"bicycle": Move(*accounts, 2_000), "bell": Move(*accounts, 500)}, at=NOON)
    assert balances(accounts) == [0, 2_500]

    void(holds["bell"], key="no bell", at=NOON)

    assert balances(accounts) == [500, 2_000]
    assert check_books().is_right()


def test_lines_that_are_a_cent_too_much_together_set_nothing_apart(accounts):
    moves = {"bicycle": Move(*accounts, 2_000), "bell": Move(*accounts, 501)}

    with pytest.raises(NotEnoughMoney), transaction.atomic():
        hold_all(moves, at=NOON)

    assert balances(accounts) == [2_500, 0]
    assert not Hold.objects.exists()


def test_a_key_sets_money_apart_once(accounts):
    hold_all({"bell": Move(*accounts, 500)}, at=NOON)

    with pytest.raises(KeyTaken), transaction.atomic():
        hold_all({"bell": Move(*accounts, 500)}, at=NOON)

    assert balances(accounts) == [2_000, 500]


def test_an_order_of_twenty_lines_asks_as_many_queries_as_one(accounts, django_assert_num_queries):
    with django_assert_num_queries(3):
        hold_all({"one": Move(*accounts, 1)}, at=NOON)
    with django_assert_num_queries(3):
        hold_all({f"line {number}": Move(*accounts, 1) for number in range(20)}, at=NOON)
