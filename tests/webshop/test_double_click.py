"""A form that is sent again: the same answer, never a second order."""

from functools import partial

import pytest

from plein.ledger.queries import check_books
from plein.ledger.refusals import KeyUsedForOther
from plein.webshop.models import Grant, Order
from plein.webshop.wishes import NotYours
from tests.webshop.conftest import children_of, order


@pytest.fixture
def lina(fatima):
    return children_of(fatima)[0]


@pytest.fixture
def grant(kindpakket, lina, grant_for):
    return grant_for(kindpakket, lina)


def test_ten_clicks_at_once_make_one_order_and_give_ten_equal_answers(
    at_once, fatima, lina, swimming_lessons, grant
):
    answers = at_once([partial(order, fatima, (swimming_lessons, lina, grant))] * 10)

    assert {answer.pk for answer in answers} == {Order.objects.get().pk}
    assert grant_balance(grant) == 25_000 - 9_500
    assert check_books().is_right()


def test_control_without_the_unique_key_ten_clicks_make_more_orders(
    at_once, fatima, lina, swimming_lessons, grant, take_down
):
    take_down("webshop_order", "webshop_order_key")

    at_once([partial(order, fatima, (swimming_lessons, lina, grant), key="click")] * 2)

    assert Order.objects.count() == 2


def test_a_late_click_gives_the_order_when_the_budget_is_spent_by_now(
    fatima, lina, swimming_lessons, grant
):
    first = order(fatima, (swimming_lessons, lina, grant), key="one")
    order(fatima, (swimming_lessons, lina, grant), key="two")

    again = order(fatima, (swimming_lessons, lina, grant), key="one")

    assert again == first
    assert Order.objects.count() == 2


def test_a_form_that_was_refused_can_be_sent_again(fatima, lina, swimming_lessons, grant, bas):
    swimming_lessons.product.__class__.objects.update(is_withdrawn=True)
    with pytest.raises(Exception, match="niet meer te koop"):
        order(fatima, (swimming_lessons, lina, grant))
    swimming_lessons.product.__class__.objects.update(is_withdrawn=False)

    placed = order(fatima, (swimming_lessons, lina, grant))

    assert placed == Order.objects.get()


def test_a_key_cannot_be_used_for_another_basket(fatima, lina, swimming_lessons, grant):
    line = (swimming_lessons, lina, grant)
    order(fatima, line)

    with pytest.raises(KeyUsedForOther):
        order(fatima, line, line)


def test_a_key_of_somebody_else_gives_no_order(fatima, lina, swimming_lessons, grant, neighbours):
    order(fatima, (swimming_lessons, lina, grant))
    (buur,) = neighbours(1)

    with pytest.raises(NotYours):
        order(buur, (swimming_lessons, buur.memberships.get(), grant))


def grant_balance(grant: Grant) -> int:
    grant.budget.refresh_from_db()
    return grant.budget.balance
