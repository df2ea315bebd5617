"""Tijdelijk Noodfonds Energie: one last year, and then nothing."""

from datetime import date

import pytest

from plein.rules.refusals import NoRuleOnDay

LAST_DAY = date(2025, 12, 31)
BILL = {"energiekosten_per_maand": 600}


@pytest.fixture
def amount(outcome):
    def of(day=LAST_DAY, **facts):
        return outcome("noodfonds_per_maand", day, **BILL, **facts)["noodfonds_per_maand"]

    return of


def test_income_may_be_at_the_limit_and_not_a_cent_above(amount):
    assert amount(bruto_inkomen_per_maand=3400) == 260
    assert amount(bruto_inkomen_per_maand="3400.01") == 0


def test_two_may_earn_more(amount):
    assert amount(bruto_inkomen_per_maand=4740, heeft_gezamenlijke_huishouding=True) == 126


def test_the_lowest_incomes_pay_a_smaller_share(amount):
    assert amount(bruto_inkomen_per_maand=2000, heeft_laagste_inkomen=True) == 440
    assert amount(bruto_inkomen_per_maand=2000) == 400


def test_there_is_no_scheme_in_2026(amount):
    with pytest.raises(NoRuleOnDay):
        amount(date(2026, 1, 1), bruto_inkomen_per_maand=1000)
