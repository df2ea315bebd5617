"""The same key gives the same answer; for anything else it is refused."""

import pytest

from plein.ledger.actions import Move, hold, open_account, post, reopen, storno, transfer, void
from plein.ledger.models import Account, AccountKind, Transfer, TransferKind
from plein.ledger.queries import check_books
from plein.ledger.refusals import HoldIsClosed, KeyUsedForOther
from tests.cast import NOON


@pytest.fixture
def budget(emmen):
    account = open_account(AccountKind.BUDGET, "noor")
    move = Move(open_account(AccountKind.BEGROTING), account, 2_500)
    transfer(TransferKind.TOEKENNEN, [move], key="grant", at=NOON)
    return account


@pytest.fixture
def reserve(emmen):
    return open_account(AccountKind.RESERVERING, "noor")


@pytest.fixture
def payable(emmen):
    return open_account(AccountKind.TE_BETALEN, "de plons")


@pytest.fixture
def held(budget, reserve):
    return hold(900, source=budget, reserve=reserve, key="order", at=NOON)


def test_a_delivery_that_is_sent_again_is_the_same_delivery(held, payable):
    first = post(held, target=payable, key="delivered", at=NOON)

    again = post(held, target=payable, key="delivered", at=NOON)

    assert again.pk == first.pk


def test_the_key_of_a_delivery_does_not_cancel(held, payable):
    post(held, target=payable, key="delivered", at=NOON)

    with pytest.raises(KeyUsedForOther):
        void(held, key="delivered", at=NOON)


def test_a_late_repeat_of_a_delivery_that_was_undone_does_not_close_the_hold(held, payable):
    post(held, target=payable, key="delivered", at=NOON)
    reopen(held, key="undone", at=NOON)

    with pytest.raises(HoldIsClosed):
        post(held, target=payable, key="delivered", at=NOON)

    held.refresh_from_db()
    assert held.closed_by is None


def test_the_key_of_one_hold_does_not_close_another_of_the_same_amount(
    held, budget, reserve, payable
):
    other = hold(900, source=budget, reserve=reserve, key="other order", at=NOON)
    post(held, target=payable, key="delivered", at=NOON)

    with pytest.raises(HoldIsClosed):
        post(other, target=payable, key="delivered", at=NOON)

    assert Account.objects.get(pk=reserve.pk).balance == 900


def test_the_key_of_one_correction_does_not_correct_another_of_the_same_amount(budget, payable):
    first, second = (
        transfer(TransferKind.LEVEREN, [Move(budget, payable, 100)], key=key, at=NOON)
        for key in ("first", "second")
    )
    storno(first, key="mistake", at=NOON)

    with pytest.raises(KeyUsedForOther):
        storno(second, key="mistake", at=NOON)

    assert not Transfer.objects.filter(reverses=second).exists()


def test_a_correction_that_is_sent_again_is_the_same_correction(budget, payable):
    original = transfer(TransferKind.LEVEREN, [Move(budget, payable, 100)], key="one", at=NOON)

    mirrors = {storno(original, key="mistake", at=NOON).pk for _time in range(2)}

    assert len(mirrors) == 1
    assert check_books().is_right()
