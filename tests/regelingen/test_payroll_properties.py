"""What must hold of the tax on wages: the same on arrays, and more gross never gives less net."""

from datetime import date
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plein.regelingen.library import rule_book
from plein.rules.calculate import calculate, calculate_many

TARGET = "loonheffing_per_maand"
YEARS = [date(year, 1, 1) for year in (2024, 2025, 2026)]
wages = st.integers(0, 1_200_000).map(lambda cents: Decimal(cents) / 100)


def tax(wage, day, age=360, credit=True):
    facts = {
        "brutoloon_per_maand": wage,
        "pensioenpremie_per_maand": 0,
        "loonheffingskorting_op_loon": credit,
        "leeftijd_in_maanden": age,
        "is_geboren_voor_1946": False,
    }
    return calculate(rule_book(), [TARGET], facts, day)[TARGET]


@settings(max_examples=60, deadline=None)
@given(
    wage=wages, day=st.sampled_from(YEARS), age=st.sampled_from([360, 820]), credit=st.booleans()
)
def test_one_wage_and_many_give_the_same_cent(wage, day, age, credit):
    columns = {
        "brutoloon_per_maand": np.array([float(wage)]),
        "pensioenpremie_per_maand": np.zeros(1),
        "loonheffingskorting_op_loon": np.array([credit]),
        "leeftijd_in_maanden": np.array([float(age)]),
        "is_geboren_voor_1946": np.array([False]),
    }
    (many,) = calculate_many(rule_book(), [TARGET], columns, day)[TARGET]

    assert round(many, 2) == float(tax(wage, day, age, credit))


@settings(max_examples=60, deadline=None)
@given(wage=wages, more=st.integers(450, 50_000), day=st.sampled_from(YEARS))
def test_a_step_more_of_wage_leaves_at_least_as_much(wage, more, day):
    """Within a step of the table a cent more may cost a cent; over a whole step it never does."""
    higher = wage + Decimal(more) / 100

    assert higher - tax(higher, day) >= wage - tax(wage, day) - Decimal("4.50")


@pytest.mark.parametrize("day", YEARS)
def test_without_the_credit_more_is_withheld(day):
    assert tax(Decimal(2500), day, credit=False) > tax(Decimal(2500), day)


@pytest.mark.parametrize("day", YEARS)
def test_a_small_wage_pays_nothing_and_no_credit_comes_back(day):
    assert tax(Decimal(500), day) >= 0
    assert tax(Decimal(0), day) == 0
