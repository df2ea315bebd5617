"""Algemene Kinderbijslagwet: amounts per quarter."""

from datetime import date
from decimal import Decimal

import pytest

TARGET = "kinderbijslag_per_kwartaal"


@pytest.mark.parametrize(
    ("band", "amount"), [("0_5", "295.07"), ("6_11", "358.30"), ("12_17", "421.53")]
)
def test_the_age_on_the_first_day_of_the_quarter_decides(outcome, band, amount):
    found = outcome(TARGET, date(2026, 1, 1), **{f"kinderbijslag_kinderen_{band}": 1})

    assert found[TARGET] == Decimal(amount)


def test_the_ages_of_this_month_are_not_asked(outcome):
    found = outcome(TARGET, date(2026, 2, 1), kinderen_0_5=3)

    assert found[TARGET] == 0


def test_the_amount_changes_on_1_july(outcome):
    day_before = outcome(TARGET, date(2026, 6, 30), kinderbijslag_kinderen_12_17=1)
    first_day = outcome(TARGET, date(2026, 7, 1), kinderbijslag_kinderen_12_17=1)

    assert day_before[TARGET] == Decimal("421.53")
    assert first_day[TARGET] == Decimal("426.29")


def test_double_kinderbijslag_counts_for_no_more_children_than_there_are(outcome):
    found = outcome(
        TARGET, date(2026, 1, 1), kinderbijslag_kinderen_6_11=1, dubbele_kinderbijslag_6_11=2
    )

    assert found[TARGET] == Decimal("716.60")


def test_the_month_is_a_third_in_cents(outcome):
    """298.40 / 3 = 99.4667."""
    found = outcome("kinderbijslag_per_maand", date(2026, 7, 1), kinderbijslag_kinderen_0_5=1)

    assert found["kinderbijslag_per_maand"] == Decimal("99.47")


def test_the_amounts_of_july_2025_are_marked_as_not_checked(outcome):
    found = outcome(TARGET, date(2025, 7, 1), kinderbijslag_kinderen_0_5=1).explain(TARGET)

    assert len(found.unsure_norms) == 3
