"""What the benefits cost in a year: what is set right later counts in the year in which it is."""

from datetime import UTC, datetime, timedelta

import pytest

from plein.payments.actions.awarding import lives_otherwise
from plein.payments.actions.revising import revise
from plein.payments.year_account import account_of, years_with_costs
from plein.tenants.scope import within
from plein.workflows.our_rules import our_rules
from tests.cast import TESTS
from tests.payments.conftest import ALONE, AT, NOVEMBER

LATER = datetime(2027, 1, 15, 11, tzinfo=UTC)
SHARED = ALONE.model_copy(update={"others_from_27": 1})
RIGHT, SHARED_RIGHT = 141_946, 101_390


@pytest.fixture
def november(award_of, paid):
    made = award_of()
    paid()
    return made


def turns_out(made, living, noor, at):
    lives_otherwise(made, living, from_on=NOVEMBER, by=noor, at=at)
    revise(made, our_rules(), from_month=NOVEMBER, by=TESTS, at=at)


def test_a_month_that_was_paid_is_spent_with_the_holiday_allowance(november):
    found = account_of(2026)

    assert (found.spent, found.income, found.net) == (RIGHT, 0, RIGHT)
    assert found.is_right


def test_less_over_a_month_of_the_same_year_is_less_spent(november, noor):
    turns_out(november, SHARED, noor, AT + timedelta(days=7))

    found = account_of(2026)

    assert (found.spent, found.income) == (SHARED_RIGHT, 0)
    assert found.is_right


def test_less_over_a_month_of_the_year_before_is_income_of_this_year(november, noor):
    turns_out(november, SHARED, noor, LATER)

    assert account_of(2026).spent == RIGHT
    found = account_of(2027)
    assert (found.spent, found.income, found.net) == (0, RIGHT - SHARED_RIGHT, SHARED_RIGHT - RIGHT)
    assert found.is_right
    assert years_with_costs() == [2027, 2026]


def test_what_was_less_and_then_more_again_is_spent(november, noor):
    turns_out(november, SHARED, noor, LATER)
    turns_out(november, ALONE, noor, LATER + timedelta(days=1))

    found = account_of(2027)

    assert (found.more, found.less_before, found.net) == (RIGHT - SHARED_RIGHT,) * 2 + (0,)
    assert found.is_right


def test_another_municipality_spent_nothing(november, buren):
    with within(buren):
        assert account_of(2026).net == 0
        assert years_with_costs() == []


def test_three_queries(november, django_assert_num_queries):
    with django_assert_num_queries(3):
        account_of(2026)
