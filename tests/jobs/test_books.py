"""The nightly count: silent when the books hold, and loud when a cent is wrong."""

import pytest

from plein.jobs.books import BooksAreWrong, count_books
from plein.jobs.schedule import NIGHTLY
from plein.ledger.actions import Move, open_account, transfer
from plein.ledger.models import Account, AccountKind, TransferKind
from tests.cast import NOON, TODAY


@pytest.fixture
def pot(emmen):
    begroting, pot = open_account(AccountKind.BEGROTING), open_account(AccountKind.POT, "x")
    transfer(TransferKind.KREDIET, [Move(begroting, pot, 100)], key="krediet", at=NOON)
    return pot


def test_books_that_hold_pass_in_silence(pot):
    count_books()

    NIGHTLY["boekhouding natellen"](TODAY, NOON)


def test_a_balance_that_is_not_its_entries_makes_the_night_fail(pot):
    Account.objects.filter(pk=pot.pk).update(balance=101)

    with pytest.raises(BooksAreWrong, match=str(pot.pk)):
        NIGHTLY["boekhouding natellen"](TODAY, NOON)
