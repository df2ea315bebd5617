"""Eight tills at once on six accounts: nobody waits in a circle, and not a cent is lost."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from functools import partial
from random import Random

from django.db import connection, transaction

from plein.ledger.actions import Move, open_account, transfer
from plein.ledger.models import Account, AccountKind, Entry, Transfer, TransferKind
from plein.ledger.queries import check_books
from plein.ledger.refusals import NotEnoughMoney
from plein.tenants.scope import within
from tests.cast import NOON

ACCOUNTS, TRANSFERS = 6, 60


def accounts_with(cents: int) -> list[Account]:
    source = open_account(AccountKind.BEGROTING)
    budgets = [open_account(AccountKind.BUDGET, number) for number in range(ACCOUNTS)]
    moves = [Move(source, budget, cents) for budget in budgets]
    transfer(TransferKind.TOEKENNEN, moves, key="start", at=NOON)
    return budgets


def random_transfers(seed: int, budgets: list[Account]) -> int:
    """Move money back and forth; returns how many transfers were booked."""
    dice, booked = Random(seed), 0
    for number in range(TRANSFERS):
        source, target, other = dice.sample(budgets, 3)
        moves = [Move(source, target, dice.randint(1, 90)), Move(source, other, 1)]
        try:
            transfer(TransferKind.TOEKENNEN, moves, key=f"{seed}-{number}", at=NOON)
            booked += 1
        except NotEnoughMoney:
            continue
    return booked


def test_transfers_that_cross_each_other_end_in_right_books(at_once):
    budgets = accounts_with(cents=300)

    booked = at_once([partial(random_transfers, seed, budgets) for seed in range(8)])

    assert sum(booked) + 1 == Transfer.objects.count()
    assert 0 < sum(booked) < 8 * TRANSFERS
    assert sum(
        Account.objects.filter(kind=AccountKind.BUDGET).values_list("balance", flat=True)
    ) == (ACCOUNTS * 300)
    assert sum(Entry.objects.values_list("amount", flat=True)) == 0
    assert check_books().is_right()


def test_the_same_transfers_in_eight_threads_are_booked_once(at_once):
    budgets = accounts_with(cents=100_000)

    at_once([partial(random_transfers, 1, budgets)] * 8)

    assert Transfer.objects.count() == 1 + TRANSFERS
    assert check_books().is_right()


def test_money_that_comes_in_while_we_wait_for_the_account_can_be_spent(
    committed, emmen, superuser
):
    pot, noor = open_account(AccountKind.POT), open_account(AccountKind.BUDGET, "noor")
    credit = [Move(open_account(AccountKind.BEGROTING), pot, 500)]

    def grant() -> None:
        with within(emmen), closing(connection):
            transfer(TransferKind.TOEKENNEN, [Move(pot, noor, 500)], key="grant", at=NOON)

    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            transfer(TransferKind.KREDIET, credit, key="krediet", at=NOON)
            waiting = pool.submit(grant)
            until_somebody_waits(superuser)
        waiting.result(timeout=30)

    noor.refresh_from_db()
    assert noor.balance == 500


def until_somebody_waits(superuser) -> None:
    blocked = "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
    while superuser.execute(blocked).fetchone() is None:
        continue
