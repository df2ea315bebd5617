"""Saving up: three years of € 150 buy one bicycle of € 450."""

from datetime import UTC, date, datetime

import pytest

from plein.ledger.models import Account
from plein.ledger.queries import check_books
from plein.webshop.actions.closing import lapse_ended_grants
from plein.webshop.actions.following import PeriodIsThere, SchemeIsClosed, follow_up, year_later
from plein.webshop.actions.schemes import move_scheme
from plein.webshop.models import GrantStatus, SchemeStatus
from plein.webshop.scheme_plan import Amount, plan_of
from tests.cast import NOON, TESTS
from tests.webshop.conftest import children_of, order

NEW_YEAR = date(2027, 1, 1)


@pytest.fixture
def sami(fatima):
    return children_of(fatima)[1]


@pytest.fixture
def fund(open_period):
    return open_period(name="Fietsfonds", amounts=[Amount(15_000)], saves_up_to=30_000)


def balance(account: Account) -> int:
    return Account.objects.get(pk=account.pk).balance


def test_three_budgets_of_150_buy_a_bicycle_of_450(
    fatima, sami, fund, next_year, grant_for, product_for
):
    first, second = fund, next_year(fund, "2027")
    third = next_year(second, "2028")
    bicycle = product_for(fund.scheme, title="Fiets", price=45_000)
    grants = [grant_for(period, sami) for period in (first, second, third)]

    lapse_ended_grants(NEW_YEAR, by=TESTS, at=NOON)
    lapse_ended_grants(date(2028, 1, 1), by=TESTS, at=NOON)
    order(fatima, (bicycle, sami, grants[2]), at=datetime(2028, 3, 1, 11, tzinfo=UTC))

    assert [balance(grant.budget) for grant in grants] == [0, 0, 0]
    assert balance(grants[2].reserve) == 45_000
    assert balance(first.pot) == 1_000_000 - 15_000
    assert check_books().is_right()


def test_what_is_above_the_cap_goes_back_to_the_pot(sami, open_period, next_year, grant_for):
    period = open_period(name="Fonds", amounts=[Amount(15_000)], saves_up_to=14_999)
    grant_for(period, sami)
    following = grant_for(next_year(period, "2027"), sami)

    lapse_ended_grants(NEW_YEAR, by=TESTS, at=NOON)

    following.refresh_from_db()
    assert following.carried == 14_999
    assert balance(following.budget) == 15_000 + 14_999
    assert balance(period.pot) == 1_000_000 - 15_000 + 1


def test_savings_wait_three_months_for_the_next_budget_and_then_lapse(
    sami, fund, next_year, grant_for
):
    grant = grant_for(fund, sami)
    next_year(fund, "2027")

    lapse_ended_grants(date(2027, 4, 2), by=TESTS, at=NOON)
    grant.refresh_from_db()
    assert grant.status == GrantStatus.ACTIVE
    lapse_ended_grants(date(2027, 4, 3), by=TESTS, at=NOON)

    grant.refresh_from_db()
    assert grant.status == GrantStatus.LAPSED
    assert balance(fund.pot) == 1_000_000


def test_a_night_that_runs_twice_carries_once(sami, fund, next_year, grant_for):
    grant_for(fund, sami)
    following = grant_for(next_year(fund, "2027"), sami)

    for _night in range(2):
        lapse_ended_grants(NEW_YEAR, by=TESTS, at=NOON)

    assert balance(following.budget) == 30_000
    assert check_books().is_right()


def test_without_saving_nothing_goes_along(sami, kindpakket, next_year, grant_for):
    grant_for(kindpakket, sami)
    following = grant_for(next_year(kindpakket, "2027"), sami)

    lapse_ended_grants(NEW_YEAR, by=TESTS, at=NOON)

    assert balance(following.budget) == 25_000


def test_the_next_period_has_the_same_agreements_a_year_later_and_an_empty_pot(fund, bas):
    following = follow_up(fund, "2027", by=bas, at=NOON)

    was, now = plan_of(fund), plan_of(following)
    assert now.amounts == was.amounts
    assert now.saves_up_to == 30_000
    assert (now.spend_from, now.spend_until) == (NEW_YEAR, date(2028, 1, 1))
    assert balance(following.pot) == 0


def test_a_period_is_followed_once(fund, bas):
    follow_up(fund, "2027", by=bas, at=NOON)

    with pytest.raises(PeriodIsThere, match="2027"):
        follow_up(fund, "2027 nog een keer", by=bas, at=NOON)


def test_a_closed_scheme_has_no_next_period(fund, bas):
    move_scheme(fund.scheme, SchemeStatus.CLOSED, by=bas, at=NOON)

    with pytest.raises(SchemeIsClosed):
        follow_up(fund, "2027", by=bas, at=NOON)


def test_a_year_after_a_leap_day_is_the_28th():
    assert year_later(date(2028, 2, 29)) == date(2029, 2, 28)
