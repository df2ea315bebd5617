"""Everybody at once on one budget, and every state that may not follow another."""

from datetime import timedelta

import pytest

from plein.kernel.refusal import Refusal
from plein.ledger.actions import Move, open_account, transfer
from plein.ledger.models import Account, AccountKind, Entry, TransferKind
from plein.ledger.queries import check_books
from plein.ledger.refusals import NotEnoughMoney
from plein.tenants.scope import within
from plein.webshop.actions.deciding_claims import approve_claim, refuse_claim
from plein.webshop.actions.ending import revoke_grant
from plein.webshop.actions.orders import cancel_line, expire_line
from plein.webshop.actions.returning import CameBack, return_line
from plein.webshop.actions.till import hand_over, undo_hand_over
from plein.webshop.models import Claim, LineStatus, OrderLine, Pickup, ReturnReason, SchemePeriod
from plein.webshop.queries.accountant import way_of
from tests.cast import NOON, TESTS
from tests.webshop.claiming import submit
from tests.webshop.conftest import YARA, children_of, order

BACK = CameBack(ReturnReason.OTHER, on_shelf=True)


@pytest.fixture
def lina(fatima):
    return children_of(fatima)[0]


@pytest.fixture
def grant(kindpakket, lina, grant_for):
    SchemePeriod.objects.update(takes_claims=True)
    return grant_for(kindpakket, lina, cents=60_000)


def test_ordering_declaring_giving_returning_and_revoking_at_once_keeps_every_cent(
    at_once, fatima, lina, kindpakket, swimming_lessons, grant, sam
):
    """W3."""
    for number in range(3):
        order(fatima, (swimming_lessons, lina, grant), key=f"before-{number}")
    given, waiting, cancelled = Pickup.objects.order_by("pk")
    hand_over(given, by=YARA, at=NOON)
    good = submit(fatima, lina, grant, cents=2_000, key="good")
    bad = submit(fatima, lina, grant, cents=3_000, key="bad")

    answers = at_once(
        [
            lambda: order(fatima, (swimming_lessons, lina, grant), key="new"),
            lambda: submit(fatima, lina, grant, cents=10_000, key="asked"),
            lambda: hand_over(waiting, by=YARA, at=NOON),
            lambda: return_line(given.lines.get(), BACK, by=YARA, at=NOON),
            lambda: cancel_line(cancelled.lines.get(), by=fatima.actor, at=NOON),
            lambda: approve_claim(good, 1_000, reason="x", by=sam, at=NOON),
            lambda: refuse_claim(bad, "x", by=sam, at=NOON),
            lambda: revoke_grant(grant, by=TESTS, at=NOON),
        ]
    )

    assert all(isinstance(each, Refusal) for each in answers if isinstance(each, Exception))
    assert check_books().is_right()
    assert Account.objects.get(pk=grant.budget_id).balance == 0  # all of the rest is in the pot
    held = sum(OrderLine.objects.filter(status="gereserveerd").values_list("price", flat=True))
    asked = sum(Claim.objects.filter(status="ingediend").values_list("amount", flat=True))
    assert Account.objects.get(pk=grant.reserve_id).balance == held + asked
    assert way_of(kindpakket).unexplained == 0


ACTS = {
    LineStatus.HANDED_OVER: lambda line: hand_over(line.pickup, by=YARA, at=NOON),
    LineStatus.RESERVED: lambda line: undo_hand_over(line.pickup, by=YARA, at=NOON),
    LineStatus.CANCELLED: lambda line: cancel_line(line, by=TESTS, at=NOON),
    LineStatus.EXPIRED: lambda line: expire_line(line, by=TESTS, at=NOON + timedelta(days=60)),
    LineStatus.RETURNED: lambda line: return_line(line, BACK, by=YARA, at=NOON),
}
WAYS = {
    LineStatus.RESERVED: (),
    LineStatus.HANDED_OVER: (LineStatus.HANDED_OVER,),
    LineStatus.CANCELLED: (LineStatus.CANCELLED,),
    LineStatus.EXPIRED: (LineStatus.EXPIRED,),
    LineStatus.RETURNED: (LineStatus.HANDED_OVER, LineStatus.RETURNED),
}


@pytest.mark.parametrize("to", ACTS)
@pytest.mark.parametrize("start", WAYS)
def test_a_line_moves_only_along_its_table(fatima, lina, swimming_lessons, grant, start, to):
    """W9."""
    line = order(fatima, (swimming_lessons, lina, grant)).lines.get()
    for step in WAYS[start]:
        ACTS[step](line)
    line.refresh_from_db()
    assert line.status == start

    if to in OrderLine.MOVES[start]:
        ACTS[to](line)
    else:
        with pytest.raises(Refusal):
            ACTS[to](line)

    assert check_books().is_right()


def test_an_account_of_another_municipality_does_not_move(emmen, buren):
    """I5."""
    ours = open_account(AccountKind.BEGROTING)
    with within(buren):
        theirs = open_account(AccountKind.POT, "buren")

    with pytest.raises(NotEnoughMoney):
        transfer(TransferKind.KREDIET, [Move(ours, theirs, 100)], key="over de grens", at=NOON)

    assert not Entry.objects.exists()
