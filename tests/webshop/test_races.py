"""Many people at the same moment: real threads on PostgreSQL, each with its negative control."""

from collections import Counter
from functools import partial

import pytest

from plein.ledger.models import Account
from plein.ledger.queries import check_books
from plein.webshop.actions.ending import revoke_grant
from plein.webshop.actions.orders import cancel_line
from plein.webshop.actions.participation import admit_part
from plein.webshop.actions.reserving import BudgetTooSmall, SoldOut
from plein.webshop.actions.till import hand_over
from plein.webshop.models import LineStatus, Order, OrderLine, Product
from plein.webshop.wishes import BudgetNotUsable
from tests.cast import NOON, TESTS
from tests.webshop.conftest import YARA, children_of, order
from tests.webshop.naive import with_a_naive_ledger, with_a_naive_shelf, without_locks


@pytest.fixture
def lina(fatima):
    return children_of(fatima)[0]


@pytest.fixture
def ticket(kindpakket, product_for):
    return product_for(kindpakket.scheme, title="Kaartje", price=1_500)


def balance(account: Account) -> int:
    return Account.objects.get(pk=account.pk).balance


def test_forty_checkouts_at_once_never_spend_more_than_the_budget_holds(
    at_once, fatima, lina, kindpakket, ticket, grant_for
):
    grant = grant_for(kindpakket, lina, cents=10_000)

    answers = at_once(
        [partial(order, fatima, (ticket, lina, grant), key=f"order {n}") for n in range(40)]
    )

    assert Counter(map(type, answers)) == {Order: 6, BudgetTooSmall: 34}
    assert balance(grant.budget) == 1_000
    assert balance(grant.reserve) == 9_000
    assert check_books().is_right()


def test_control_a_ledger_that_looks_before_it_writes_spends_too_much(
    at_once, fatima, lina, kindpakket, ticket, grant_for, monkeypatch, take_down
):
    grant = grant_for(kindpakket, lina, cents=1_500)
    with_a_naive_ledger(monkeypatch, take_down, together=2)

    answers = at_once(
        [partial(order, fatima, (ticket, lina, grant), key=f"order {n}") for n in range(2)]
    )

    assert Counter(map(type, answers)) == {Order: 2}
    assert check_books().negative == [grant.budget_id]


@pytest.fixture
def last_bicycle(kindpakket, product_for):
    return product_for(kindpakket.scheme, title="Fiets", price=8_000, stock=1)


@pytest.fixture
def baskets(neighbours, open_period, grant_for):
    """Make so many residents who each want the same product from a budget of their own."""

    def make(number, version):
        period = open_period(name="Doe mee", amounts=[])
        period.scheme.assortment.create(product=version.product)
        admit_part(version.product.provider, period.scheme, by=TESTS, at=NOON)
        for person in neighbours(number):
            member = person.memberships.get()
            grant = grant_for(period, member, cents=10_000)
            yield partial(order, person, (version, member, grant), key=f"order {person.pk}")

    return make


def test_the_last_piece_goes_to_one_of_twenty_residents(at_once, last_bicycle, baskets):
    works = list(baskets(20, last_bicycle))

    answers = at_once(works)

    assert Counter(map(type, answers)) == {Order: 1, SoldOut: 19}
    assert Product.objects.get(pk=last_bicycle.product_id).stock == 0
    assert OrderLine.objects.count() == 1
    assert check_books().is_right()


def test_control_a_shelf_that_is_read_first_sells_the_last_piece_twice(
    at_once, last_bicycle, baskets, monkeypatch
):
    works = list(baskets(2, last_bicycle))
    with_a_naive_shelf(monkeypatch, together=2)

    answers = at_once(works)

    assert Counter(map(type, answers)) == {Order: 2}


@pytest.mark.parametrize("time", range(6))
def test_ordering_handing_over_cancelling_and_revoking_at_once_leaves_every_cent_in_its_place(
    at_once, fatima, lina, kindpakket, ticket, grant_for, time
):
    grant = grant_for(kindpakket, lina, cents=10_000)
    fetched = order(fatima, (ticket, lina, grant), key="fetched").pickups.get()
    dropped = order(fatima, (ticket, lina, grant), key="dropped").lines.get()
    orders = [partial(order, fatima, (ticket, lina, grant), key=f"order {n}") for n in range(6)]

    answers = at_once(
        [
            *orders[:3],
            partial(revoke_grant, grant, by=TESTS, at=NOON),
            partial(cancel_line, dropped, by=fatima.actor, at=NOON),
            partial(hand_over, fetched, by=YARA, at=NOON),
            *orders[3:],
        ]
    )

    assert {type(answer) for answer in answers} <= {
        Order,
        BudgetTooSmall,
        BudgetNotUsable,
        type(None),
    }
    waiting = OrderLine.objects.filter(status=LineStatus.RESERVED).count()
    assert balance(grant.reserve) == waiting * 1_500
    assert balance(grant.budget) == 0
    assert balance(kindpakket.pot) == 1_000_000 - (waiting + 1) * 1_500
    assert check_books().is_right()


def test_control_without_locks_a_cancellation_leaves_money_in_a_budget_that_was_revoked(
    at_once, fatima, lina, kindpakket, ticket, grant_for, monkeypatch
):
    grant = grant_for(kindpakket, lina, cents=10_000)
    dropped = order(fatima, (ticket, lina, grant)).lines.get()
    without_locks(monkeypatch)

    def revoked_in_between(accounts) -> None:
        at_once([partial(revoke_grant, grant, by=TESTS, at=NOON)])

    monkeypatch.setattr("plein.webshop.actions.releasing.lock", revoked_in_between)

    cancel_line(dropped, by=fatima.actor, at=NOON)

    assert balance(grant.budget) == 1_500
