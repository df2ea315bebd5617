"""Participatiewet art. 35: needed costs, less what someone can pay by the rules of the place."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from plein.regelingen.library import rule_book
from plein.rules.norms import Dated
from plein.rules.refusals import NormNotSet

DAY = date(2026, 1, 1)
SINGLE = {"leeftijd_in_maanden": 40 * 12, "bijzondere_kosten": 500}


@pytest.fixture
def amount(outcome):
    def of(norms=None, **facts):
        found = outcome("bijzondere_bijstand_voor_kosten", DAY, norms=norms, **facts)
        return found["bijzondere_bijstand_voor_kosten"]

    return of


def a_municipality(**chosen):
    """From 110 percent of the norm a third, over twelve months; no threshold unless said."""
    policy = {
        "drempel_geldt": "0",
        "draagkracht_vanaf": "1.10",
        "draagkracht_deel_van_inkomen": "0.35",
        "draagkracht_maanden": "12",
    } | chosen
    declared = rule_book().norms.of("bijzondere_bijstand")
    return rule_book().norms.with_local(
        replace(declared[name], values=(Dated(date(2024, 1, 1), Decimal(value), ("beleid",)),))
        for name, value in policy.items()
    )


def test_what_people_can_pay_is_for_the_municipality_to_say(amount):
    with pytest.raises(NormNotSet):
        amount(**SINGLE)


def test_up_to_the_share_of_the_norm_all_needed_costs_are_paid(amount):
    at_110_percent = Decimal("1401.50") * Decimal("1.10")

    assert amount(a_municipality(), **SINGLE, netto_loon_per_maand=at_110_percent) == 500


def test_above_it_a_share_of_the_income_of_the_period_is_your_own(amount):
    """Ten euro above 1541.65, times 35 percent, times 12 months: 42 euro."""
    assert amount(a_municipality(), **SINGLE, netto_loon_per_maand="1551.65") == 458


def test_what_was_paid_before_in_the_period_is_not_asked_again(amount):
    working = SINGLE | {"netto_loon_per_maand": "1551.65"}

    assert amount(a_municipality(), **working, draagkracht_al_gebruikt=42) == 500


def test_assets_above_the_limit_go_first(amount):
    assert amount(a_municipality(), **SINGLE, bezit=8100) == 400


def test_the_threshold_of_the_law_counts_only_where_it_is_chosen(amount):
    assert amount(a_municipality(drempel_geldt="0"), **SINGLE) == 500
    assert amount(a_municipality(drempel_geldt="1"), **SINGLE) == 500 - 176
    assert amount(a_municipality(drempel_geldt="1"), **SINGLE, drempel_al_gebruikt=176) == 500
