"""kill -9 in the middle of ordering, handing over, paying and reading: all of it happens once."""

import os
from contextlib import suppress
from datetime import date, timedelta
from io import BytesIO
from random import Random

import pytest
from django.db.models import Sum

from plein.gateways.bank.simulator import Bank
from plein.ledger.models import Account, AccountKind, Transfer, TransferKind
from plein.ledger.queries import check_books
from plein.payments.actions.answering import FileWasRead
from plein.webshop.actions.deciding_claims import approve_claim
from plein.webshop.actions.settlement import NothingToPay, approve_batch, make_batch
from plein.webshop.actions.till import NothingToHandOver, hand_over
from plein.webshop.models import (
    BatchStatus,
    Claim,
    ClaimStatus,
    LineStatus,
    Order,
    OrderLine,
    Participation,
    PaymentInstruction,
    Pickup,
    SchemePeriod,
    SettlementBatch,
)
from plein.webshop.queries.control import totals_of
from plein.workflows.bank_answers import read_file
from tests.cast import NOON, TODAY
from tests.payments.test_killed import killed_at
from tests.webshop.claiming import submit
from tests.webshop.conftest import YARA, children_of, order

POINTS = int(os.environ.get("PLEIN_KILLS", "8"))  # a hundred by hand
ORDERS, CLAIMS = POINTS, max(2, POINTS // 4)
PRICE, CLAIMED = 1_000, 700
MOST_STATEMENTS = 60  # of one act: further than the first places, and still within it
TOMORROW = NOON + timedelta(days=1)
pytestmark = pytest.mark.long


def until_it_is_done(work, is_done, chance: Random) -> int:
    """How often it was killed on the way; further and further, so that it comes to an end."""
    kills = 0
    while not is_done():
        kills += not killed_at(chance.randint(1, MOST_STATEMENTS + 5 * kills), work)
        assert kills < 50 * POINTS, "it does not get any further"
    return kills


def balance(kind: AccountKind) -> int:
    return Account.objects.filter(kind=kind).aggregate(cents=Sum("balance"))["cents"] or 0


@pytest.fixture
def grants(committed, fatima, kindpakket, grant_for):
    SchemePeriod.objects.update(takes_claims=True)
    lina, sami = children_of(fatima)[:2]
    return (
        (lina, grant_for(kindpakket, lina, cents=ORDERS * PRICE)),
        (sami, grant_for(kindpakket, sami, cents=CLAIMS * CLAIMED)),
    )


def test_a_shop_that_is_killed_again_and_again_loses_nothing_and_doubles_nothing(
    grants, fatima, kindpakket, product_for, de_plons, sam, ingrid, tom
):
    (lina, for_orders), (sami, for_claims) = grants
    version = product_for(kindpakket.scheme, price=PRICE, stock=ORDERS)
    Participation.objects.update(contribution=1_000)
    chance = Random(11)

    def check_out() -> None:
        for number in range(ORDERS):
            order(fatima, (version, lina, for_orders), key=f"order-{number}")
        for number in range(CLAIMS):
            submit(fatima, sami, for_claims, cents=CLAIMED, key=f"claim-{number}")

    def give() -> None:
        for pickup in Pickup.objects.order_by("pk"):
            with suppress(NothingToHandOver):
                hand_over(pickup, by=YARA, at=NOON)
        for claim in Claim.objects.filter(status=ClaimStatus.SUBMITTED).order_by("pk"):
            approve_claim(claim, CLAIMED, by=sam, at=NOON)

    def settle() -> None:
        with suppress(NothingToPay):
            make_batch(until=TODAY + timedelta(days=1), by=ingrid, at=TOMORROW)
        for batch in SettlementBatch.objects.filter(status=BatchStatus.PROPOSED):
            approve_batch(batch, pay_on=date(2026, 11, 27), by=tom, at=TOMORROW)

    kills = until_it_is_done(
        check_out,
        lambda: Order.objects.count() == ORDERS and Claim.objects.count() == CLAIMS,
        chance,
    )
    kills += until_it_is_done(
        give,
        lambda: (
            not OrderLine.objects.exclude(status=LineStatus.HANDED_OVER).exists()
            and not Claim.objects.exclude(status=ClaimStatus.APPROVED).exists()
        ),
        chance,
    )
    kills += until_it_is_done(
        settle,
        lambda: (
            SettlementBatch.objects.filter(status=BatchStatus.APPROVED).exists()
            and not OrderLine.objects.filter(instruction=None).exists()
        ),
        chance,
    )
    batch = SettlementBatch.objects.get(status=BatchStatus.APPROVED)
    bank = Bank()
    bank.take(batch.file)
    (statement,) = bank.statements(date(2026, 11, 27))

    def listen() -> None:
        with suppress(FileWasRead):
            read_file(BytesIO(statement), "x", by=ingrid, at=TOMORROW)

    kills += until_it_is_done(
        listen,
        lambda: SettlementBatch.objects.get(pk=batch.pk).status == BatchStatus.DONE,
        chance,
    )

    assert kills >= POINTS
    assert check_books().is_right()
    spent = ORDERS * PRICE * 9 // 10 + CLAIMS * CLAIMED
    assert balance(AccountKind.BANK) == spent
    assert balance(AccountKind.AANBIEDERSBIJDRAGE) == ORDERS * PRICE // 10
    for empty in (AccountKind.TE_BETALEN, AccountKind.INWONER_UIT, AccountKind.ONDERWEG):
        assert balance(empty) == 0
    for grant in (for_orders, for_claims):
        accounts = Account.objects.filter(pk__in=[grant.budget_id, grant.reserve_id])
        assert [account.balance for account in accounts] == [0, 0]
    version.product.refresh_from_db()
    assert version.product.stock == 0
    given = Transfer.objects.filter(kind=TransferKind.BETAALOPDRACHT)
    assert given.count() == PaymentInstruction.objects.count() == 1 + CLAIMS
    batch.refresh_from_db()
    assert totals_of(batch).are_one
    assert totals_of(batch).file == spent
