"""The order desk: yes, no with a reason and everything back, delivered without a code."""

import pytest

from plein.ledger.models import Account
from plein.ledger.queries import check_books
from plein.webshop.actions.limits import Limit, add_limit
from plein.webshop.actions.order_desk import (
    AnswerFirst,
    NeedsCode,
    NoReasonForNo,
    NothingToAnswer,
    accept_line,
    decline_line,
    deliver_line,
    set_checks_orders,
)
from plein.webshop.actions.releasing import CannotCancel
from plein.webshop.actions.till import NothingToHandOver, hand_over, undo_hand_over
from plein.webshop.limits import LimitReached
from plein.webshop.models import Fulfilment, LimitScope, LimitWindow, OrderLine
from tests.cast import NOON
from tests.webshop.conftest import YARA, children_of, order


@pytest.fixture
def lina(fatima):
    return children_of(fatima)[0]


@pytest.fixture
def grant(kindpakket, lina, grant_for):
    return grant_for(kindpakket, lina, 50_000)


@pytest.fixture
def bicycle(product_for, kindpakket):
    return product_for(
        kindpakket.scheme, title="Fiets", price=10_000, stock=1, fulfilment=Fulfilment.DELIVERY
    )


@pytest.fixture
def checked(de_plons):
    set_checks_orders(de_plons, True, by=YARA, at=NOON)


@pytest.fixture
def line(fatima, lina, grant, bicycle) -> OrderLine:
    return order(fatima, (bicycle, lina, grant)).lines.get()


@pytest.fixture
def waiting(checked, line) -> OrderLine:
    return line


def payable(provider) -> int:
    return Account.objects.get(pk=provider.payable_id).balance


def test_without_looking_first_an_order_is_ready_at_once(line):
    assert not line.waits_for_provider


def test_what_waits_for_a_yes_is_not_handed_over(waiting):
    assert waiting.waits_for_provider
    with pytest.raises(NothingToHandOver):
        hand_over(waiting.pickup, by=YARA, at=NOON)
    with pytest.raises(AnswerFirst):
        deliver_line(waiting, by=YARA, at=NOON)


def test_after_a_yes_it_is_delivered_and_paid(waiting, de_plons):
    accept_line(waiting, by=YARA, at=NOON)

    deliver_line(waiting, by=YARA, at=NOON)

    assert payable(de_plons) == 10_000
    with pytest.raises(NothingToAnswer):
        accept_line(waiting, by=YARA, at=NOON)


def test_a_no_has_a_reason_and_gives_money_and_stock_back(waiting, grant, bicycle):
    with pytest.raises(NoReasonForNo):
        decline_line(waiting, " ", by=YARA, at=NOON)

    decline_line(waiting, "Niet op voorraad.", by=YARA, at=NOON)

    waiting.refresh_from_db()
    bicycle.product.refresh_from_db()
    assert (waiting.status, waiting.refusal) == ("geweigerd", "Niet op voorraad.")
    assert Account.objects.get(pk=grant.budget_id).balance == 50_000
    assert bicycle.product.stock == 1
    assert check_books().is_right()


def test_a_no_gives_the_limit_back(fatima, lina, grant, bicycle, kindpakket, bas, checked):
    add_limit(
        kindpakket.scheme, Limit(LimitScope.MEMBER, LimitWindow.ONCE, most=1), by=bas, at=NOON
    )
    first = order(fatima, (bicycle, lina, grant)).lines.get()
    with pytest.raises(LimitReached):
        order(fatima, (bicycle, lina, grant), key="too-many")

    decline_line(first, "Op", by=YARA, at=NOON)

    assert order(fatima, (bicycle, lina, grant), key="again").lines.exists()


def test_yes_and_no_at_once_end_in_one_of_them(at_once, waiting, grant):
    at_once(
        [
            lambda: accept_line(waiting, by=YARA, at=NOON),
            lambda: decline_line(waiting, "Op", by=YARA, at=NOON),
        ]
    )

    waiting.refresh_from_db()
    held = Account.objects.get(pk=grant.reserve_id).balance
    assert (waiting.status, held) in {("gereserveerd", 10_000), ("geweigerd", 0)}
    assert not waiting.waits_for_provider


def test_what_is_delivered_cannot_be_refused(line):
    deliver_line(line, by=YARA, at=NOON)

    with pytest.raises(CannotCancel):
        decline_line(line, "Te laat", by=YARA, at=NOON)


def test_what_is_picked_up_needs_its_code(fatima, lina, grant, product_for, kindpakket):
    shirt = product_for(kindpakket.scheme, fulfilment=Fulfilment.PICKUP)
    placed = order(fatima, (shirt, lina, grant))

    with pytest.raises(NeedsCode):
        deliver_line(placed.lines.get(), by=YARA, at=NOON)


def test_a_part_is_handed_over_and_the_rest_waits_under_the_same_code(
    fatima, lina, grant, swimming_lessons, bicycle, de_plons
):
    placed = order(fatima, (swimming_lessons, lina, grant), (bicycle, lina, grant))
    pickup = placed.pickups.get()
    lesson = placed.lines.get(version=swimming_lessons)

    hand_over(pickup, only={lesson.pk}, by=YARA, at=NOON)
    assert payable(de_plons) == swimming_lessons.price
    hand_over(pickup, by=YARA, at=NOON)

    assert payable(de_plons) == swimming_lessons.price + 10_000
    undo_hand_over(pickup, by=YARA, at=NOON)
    assert payable(de_plons) == 0
    assert check_books().is_right()


def test_lines_of_another_code_are_never_handed_over(
    fatima, lina, grant, swimming_lessons, bicycle
):
    mine = order(fatima, (swimming_lessons, lina, grant), key="one")
    other = order(fatima, (bicycle, lina, grant), key="two").lines.get()

    with pytest.raises(NothingToHandOver):
        hand_over(mine.pickups.get(), only={other.pk}, by=YARA, at=NOON)
