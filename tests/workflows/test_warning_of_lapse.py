"""A month and a week before a budget ends: told once each, and only to who has money left."""

from datetime import date, timedelta

import pytest

from plein.delivery.actions.contacts import accept_address
from plein.delivery.models import Delivery
from plein.delivery.notices import Notice
from plein.ledger.models import Account
from plein.workflows.warning_of_lapse import warn_of_lapse
from tests.cast import NOON, TESTS
from tests.webshop.conftest import (  # noqa: F401 - fixtures of the shop
    children_of,
    grant_for,
    kindpakket,
    open_period,
)

LAST_DAY = date(2026, 12, 31)  # of the kindpakket


@pytest.fixture
def mailed(fatima):
    accept_address(fatima, "fatima@inwoner.example", by=TESTS, at=NOON)
    Delivery.objects.all().delete()
    return fatima


def warned(days: int) -> int:
    return warn_of_lapse(LAST_DAY - timedelta(days=days), at=NOON)


def test_a_parent_hears_once_of_all_the_budgets_of_its_children(mailed, kindpakket, grant_for):
    for child in children_of(mailed):
        grant_for(kindpakket, child)

    assert [warned(31), warned(30), warned(29)] == [0, 1, 0]
    assert Delivery.objects.get().notice == Notice.BUDGET
    assert Delivery.objects.get().resident == mailed


def test_a_week_before_it_is_said_once_more(mailed, kindpakket, grant_for):
    grant_for(kindpakket, children_of(mailed)[0])

    assert [warned(30), warned(8), warned(7), warned(6), warned(0)] == [1, 0, 1, 0, 0]


def test_a_night_that_was_missed_is_made_good(mailed, kindpakket, grant_for):
    grant_for(kindpakket, children_of(mailed)[0])

    assert [warned(12), warned(2)] == [1, 1]


def test_who_has_nothing_left_hears_nothing(mailed, kindpakket, grant_for):
    grant = grant_for(kindpakket, children_of(mailed)[0])
    Account.objects.filter(pk=grant.budget_id).update(balance=0)

    assert [warned(30), warned(7)] == [0, 0]


def test_who_cannot_be_told_without_staff_is_left_alone(fatima, kindpakket, grant_for):
    grant_for(kindpakket, children_of(fatima)[0])

    assert warned(7) == 0
    assert not Delivery.objects.exists()


def test_many_households_take_as_many_queries_as_one(
    mailed, kindpakket, grant_for, django_assert_max_num_queries
):
    for child in children_of(mailed):
        grant_for(kindpakket, child)

    with django_assert_max_num_queries(12):
        warned(30)
