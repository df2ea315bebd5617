"""Participatiewet art. 36: the law says who, the municipality says how much."""

from datetime import date
from decimal import Decimal

import pytest

from plein.rules.refusals import NormMissing, NormNotSet
from tests.regelingen.conftest import norms_of

DAY = date(2026, 1, 1)
LONG_POOR = {"leeftijd_in_maanden": 40 * 12, "hoogste_inkomen_in_referteperiode": 1}
ROTTERDAM = norms_of("individuele_inkomenstoeslag", "rotterdam")


@pytest.fixture
def amount(outcome):
    def of(day=DAY, norms=ROTTERDAM, **facts):
        return outcome("inkomenstoeslag_per_jaar", day, norms=norms, **facts)[
            "inkomenstoeslag_per_jaar"
        ]

    return of


def test_the_law_knows_no_amount_and_says_whose_turn_it_is(outcome):
    with pytest.raises(NormNotSet, match="Uw gemeente bepaalt"):
        outcome("inkomenstoeslag_per_jaar", DAY, **LONG_POOR)


def test_what_a_municipality_did_not_publish_stays_unset(amount):
    with pytest.raises(NormNotSet, match="inkomensgrens"):
        amount(norms=norms_of("individuele_inkomenstoeslag", "iasz"), **LONG_POOR)


def test_before_its_first_amount_a_municipality_has_none(amount):
    with pytest.raises(NormMissing, match="vanaf 01-07-2025"):
        amount(date(2025, 6, 30), **LONG_POOR)


def test_it_starts_at_21_and_ends_at_aow_age(amount):
    assert amount(**LONG_POOR | {"leeftijd_in_maanden": 21 * 12 - 1}) == 0
    assert amount(**LONG_POOR | {"leeftijd_in_maanden": 21 * 12}) == 200
    assert amount(**LONG_POOR, heeft_aow_leeftijd=True) == 0


def test_income_over_the_years_may_be_at_the_limit_and_not_above(amount):
    assert amount(**LONG_POOR | {"hoogste_inkomen_in_referteperiode": "1.05"}) == 200
    assert amount(**LONG_POOR | {"hoogste_inkomen_in_referteperiode": "1.0501"}) == 0


def test_income_on_the_day_may_be_at_its_own_limit_and_not_a_cent_above(amount):
    at_the_limit = Decimal("1401.50") * Decimal("1.30")

    assert amount(**LONG_POOR, netto_loon_per_maand=at_the_limit) == 200
    assert amount(**LONG_POOR, netto_loon_per_maand=at_the_limit + Decimal("0.01")) == 0


def test_a_cent_above_the_assets_of_bijstand_ends_it(amount):
    assert amount(**LONG_POOR, bezit=8000) == 200
    assert amount(**LONG_POOR, bezit="8000.01") == 0


@pytest.mark.parametrize(
    "why", ["heeft_uitzicht_op_meer_inkomen", "kreeg_inkomenstoeslag_in_laatste_jaar"]
)
def test_with_prospects_or_within_twelve_months_there_is_none(amount, why):
    assert amount(**LONG_POOR, **{why: True}) == 0


def test_the_explanation_names_the_figure_of_the_municipality(outcome):
    found = outcome("bedrag_inkomenstoeslag", DAY, norms=ROTTERDAM, **LONG_POOR)

    used = found.explain("bedrag_inkomenstoeslag").norms
    assert used
    assert all(each.is_local for each in used)
