"""Ordering and undoing it: all or nothing, at the price of that moment, back to the cent."""

from datetime import UTC, datetime, timedelta

import pytest

from plein.ledger.models import Account
from plein.ledger.queries import check_books
from plein.webshop.actions.catalogue import Offer, change_product, withdraw_product
from plein.webshop.actions.closing import expire_old_codes, lapse_ended_grants
from plein.webshop.actions.ending import lapse_grant, revoke_grant
from plein.webshop.actions.orders import (
    NothingToOrder,
    cancel_line,
    expire_line,
)
from plein.webshop.actions.releasing import CannotCancel
from plein.webshop.actions.reserving import BudgetTooSmall, SoldOut
from plein.webshop.actions.reviewing import approve_product
from plein.webshop.actions.schemes import move_scheme
from plein.webshop.actions.till import hand_over
from plein.webshop.models import Category, Fulfilment, LineStatus, Order, Product, SchemeStatus
from plein.webshop.wishes import (
    AgeDoesNotFit,
    BudgetNotUsable,
    NotForSale,
    NotFromThisBudget,
    NotYours,
)
from tests.cast import NOON, TESTS, TODAY
from tests.webshop.conftest import YARA, children_of, order

LAST_SECOND = datetime(2026, 12, 31, 22, 59, 59, tzinfo=UTC)


@pytest.fixture
def lina(fatima):
    return children_of(fatima)[0]


@pytest.fixture
def grant(kindpakket, lina, grant_for):
    return grant_for(kindpakket, lina)


def balance(account: Account) -> int:
    return Account.objects.get(pk=account.pk).balance


def test_the_last_cent_can_be_spent(fatima, lina, kindpakket, product_for, grant):
    version = product_for(kindpakket.scheme, price=25_000)

    order(fatima, (version, lina, grant))

    assert (balance(grant.budget), balance(grant.reserve)) == (0, 25_000)


def test_a_cent_too_much_says_how_much_is_missing(fatima, lina, kindpakket, product_for, grant):
    version = product_for(kindpakket.scheme, title="Voetbalschoenen", price=25_001)

    with pytest.raises(BudgetTooSmall, match="€\N{NO-BREAK SPACE}0,01 tekort voor Voetbalschoenen"):
        order(fatima, (version, lina, grant))

    assert balance(grant.budget) == 25_000
    assert not Order.objects.exists()


def test_one_line_that_cannot_be_paid_undoes_the_whole_basket(
    fatima, lina, swimming_lessons, grant
):
    line = (swimming_lessons, lina, grant)

    with pytest.raises(BudgetTooSmall):
        order(fatima, line, line, line)

    assert (balance(grant.budget), balance(grant.reserve)) == (25_000, 0)
    assert check_books().is_right()


def test_an_empty_basket_is_not_an_order(fatima):
    with pytest.raises(NothingToOrder):
        order(fatima)


def test_a_basket_with_more_than_the_shelf_holds_is_refused(
    fatima, lina, kindpakket, product_for, grant
):
    ball = product_for(kindpakket.scheme, price=1_000, stock=2)
    line = (ball, lina, grant)

    with pytest.raises(SoldOut):
        order(fatima, line, line, line)
    order(fatima, line, line)

    assert Product.objects.get(pk=ball.product_id).stock == 0


def test_a_cancelled_piece_can_be_bought_by_the_next_at_once(
    fatima, lina, kindpakket, product_for, grant
):
    ball = product_for(kindpakket.scheme, price=1_000, stock=1)
    first = order(fatima, (ball, lina, grant), key="first")
    cancel_line(first.lines.get(), by=fatima.actor, at=NOON)

    order(fatima, (ball, lina, grant), key="second")

    assert balance(grant.budget) == 24_000


@pytest.mark.parametrize("release", [cancel_line, expire_line])
def test_what_is_released_comes_back_to_the_cent_and_only_once(
    fatima, lina, swimming_lessons, grant, release
):
    line = order(fatima, (swimming_lessons, lina, grant)).lines.get()

    release(line, by=TESTS, at=NOON)
    with pytest.raises(CannotCancel):
        release(line, by=TESTS, at=NOON)

    assert (balance(grant.budget), balance(grant.reserve)) == (25_000, 0)
    assert check_books().is_right()


def test_what_was_handed_over_cannot_be_cancelled(fatima, lina, swimming_lessons, grant):
    placed = order(fatima, (swimming_lessons, lina, grant))
    hand_over(placed.pickups.get(), by=YARA, at=NOON)

    with pytest.raises(CannotCancel):
        cancel_line(placed.lines.get(), by=fatima.actor, at=NOON)


@pytest.mark.parametrize("end", [lapse_grant, revoke_grant])
def test_a_cancellation_after_the_budget_ended_returns_to_the_pot(
    fatima, lina, kindpakket, swimming_lessons, grant, end
):
    line = order(fatima, (swimming_lessons, lina, grant)).lines.get()
    end(grant, by=TESTS, at=NOON)
    assert balance(kindpakket.pot) == 1_000_000 - 9_500

    cancel_line(line, by=fatima.actor, at=NOON)

    assert balance(kindpakket.pot) == 1_000_000
    assert (balance(grant.budget), balance(grant.reserve)) == (0, 0)
    assert check_books().is_right()


@pytest.mark.parametrize(("days", "expired"), [(41, 0), (42, 1)])
def test_the_night_after_the_last_day_gives_back_what_nobody_fetched(
    fatima, lina, swimming_lessons, grant, days, expired
):
    placed = order(fatima, (swimming_lessons, lina, grant))

    assert expire_old_codes(TODAY + timedelta(days=days), by=TESTS, at=NOON) == expired

    status = LineStatus.EXPIRED if expired else LineStatus.RESERVED
    assert placed.lines.get().status == status


def test_a_budget_is_spent_until_the_last_second_of_its_period(
    fatima, lina, swimming_lessons, grant
):
    order(fatima, (swimming_lessons, lina, grant), key="in time", at=LAST_SECOND)

    with pytest.raises(BudgetNotUsable):
        order(
            fatima,
            (swimming_lessons, lina, grant),
            key="late",
            at=LAST_SECOND + timedelta(seconds=1),
        )


def test_budgets_lapse_in_the_night_after_the_period_and_once(kindpakket, grant):
    last_day = kindpakket.last_day

    assert lapse_ended_grants(last_day, by=TESTS, at=NOON) == 0
    assert lapse_ended_grants(last_day + timedelta(days=1), by=TESTS, at=NOON) == 1
    assert lapse_ended_grants(last_day + timedelta(days=2), by=TESTS, at=NOON) == 0
    assert balance(kindpakket.pot) == 1_000_000


def test_a_paused_scheme_sells_nothing(fatima, lina, swimming_lessons, kindpakket, grant, bas):
    move_scheme(kindpakket.scheme, SchemeStatus.PAUSED, by=bas, at=NOON)

    with pytest.raises(BudgetNotUsable):
        order(fatima, (swimming_lessons, lina, grant))


def test_a_product_of_another_scheme_is_not_paid_from_this_budget(
    fatima, lina, open_period, product_for, grant
):
    other = open_period(name="Energie")

    with pytest.raises(NotFromThisBudget):
        order(fatima, (product_for(other.scheme), lina, grant))


@pytest.mark.parametrize(
    ("ages", "fits"), [((13, None), True), ((14, None), False), ((4, 13), False)]
)
def test_a_product_is_for_its_ages(fatima, lina, kindpakket, product_for, grant, ages, fits):
    version = product_for(kindpakket.scheme, age_from=ages[0], age_until=ages[1])

    if fits:
        assert order(fatima, (version, lina, grant))
    else:
        with pytest.raises(AgeDoesNotFit):
            order(fatima, (version, lina, grant))


def test_a_stranger_does_not_order_from_this_budget(lina, swimming_lessons, grant, neighbours):
    (stranger,) = neighbours(1)

    with pytest.raises(NotYours):
        order(stranger, (swimming_lessons, stranger.memberships.get(), grant))


def test_a_withdrawn_product_is_not_sold(fatima, lina, swimming_lessons, grant):
    withdraw_product(swimming_lessons.product, by=YARA, at=NOON)

    with pytest.raises(NotForSale):
        order(fatima, (swimming_lessons, lina, grant))


def test_a_later_price_never_alters_an_order(
    fatima, lina, kindpakket, swimming_lessons, grant, bas
):
    placed = order(fatima, (swimming_lessons, lina, grant), key="before")
    dearer = Offer("Zwemles", "Leer zwemmen.", Category.SPORT, 12_000, Fulfilment.VOUCHER)
    version = change_product(swimming_lessons.product, dearer, by=YARA, at=NOON)
    approve_product(version, [kindpakket.scheme], by=bas, at=NOON)

    with pytest.raises(NotForSale):
        order(fatima, (swimming_lessons, lina, grant), key="old price")

    line = placed.lines.select_related("version").get()
    assert (line.price, line.version.price) == (9_500, 9_500)
    cancel_line(line, by=fatima.actor, at=NOON)
    assert balance(grant.budget) == 25_000
