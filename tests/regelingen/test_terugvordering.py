"""Participatiewet art. 58 and 60, and what beslag must leave to live on."""

from datetime import date
from decimal import Decimal

import pytest

from plein.rules.refusals import NormMissing, NormNotSet
from tests.regelingen.conftest import norms_of

IN_2025 = date(2025, 12, 31)
IN_2026 = date(2026, 1, 1)
ROTTERDAM = norms_of("terugvordering", "rotterdam")
DEBT = {"te_veel_netto": 1000, "te_veel_bruto": 1300}
ASKED = DEBT | {"gemeente_vordert_terug": True}


@pytest.fixture
def owed(outcome):
    def of(day=IN_2026, **facts):
        found = outcome("terug_te_betalen", day, norms=ROTTERDAM, **facts)
        return found["terug_te_betalen"]

    return of


def test_within_the_year_it_is_net_and_after_it_gross(owed):
    assert owed(**ASKED, is_zelfde_kalenderjaar=True) == 1000
    assert owed(**ASKED) == 1300
    assert owed(**ASKED, kon_niet_eerder_terugbetalen=True) == 1000


def test_without_a_breach_or_a_decision_nothing_is_owed(owed):
    assert owed(**DEBT) == 0
    assert owed(**DEBT, schond_inlichtingenplicht=True) == 1300


def test_a_mistake_of_the_municipality_is_too_old_after_two_years_from_2026(owed):
    mistake = ASKED | {"was_fout_van_gemeente": True}

    assert owed(**mistake, maanden_sinds_te_veel=24) == 1300
    assert owed(**mistake, maanden_sinds_te_veel=25) == 0
    assert owed(IN_2025, **ASKED, maanden_sinds_te_veel=25) == 1300


def test_a_small_amount_is_left_where_the_municipality_says_so(owed):
    small = {"gemeente_vordert_terug": True, "is_zelfde_kalenderjaar": True}

    assert owed(**small, te_veel_netto="199.99") == 0
    assert owed(**small, te_veel_netto=200) == 200


def test_what_is_six_months_old_may_be_set_off_and_older_not(outcome):
    def set_off(months):
        facts = ASKED | {"maanden_sinds_te_veel": months}
        found = outcome("direct_te_verrekenen", IN_2026, norms=ROTTERDAM, **facts)
        return found["direct_te_verrekenen"]

    assert set_off(6) == 1300
    assert set_off(7) == 0


def test_no_more_is_paid_off_than_is_owed(outcome):
    facts = {"te_veel_netto": 20, "is_zelfde_kalenderjaar": True, "schond_inlichtingenplicht": True}
    found = outcome(
        "aflossing_per_maand", IN_2026, norms=ROTTERDAM, leeftijd_in_maanden=480, **facts
    )

    assert found["aflossing_per_maand"] == 20


def test_how_fast_is_for_the_municipality_to_say(outcome):
    with pytest.raises(NormNotSet):
        outcome("aflossing_per_maand", IN_2026, leeftijd_in_maanden=480)


def test_of_an_income_up_to_the_norm_ninety_five_percent_stays_free(outcome):
    found = outcome("beslagvrije_voet_tot_de_norm", IN_2026, leeftijd_in_maanden=480)

    assert found["beslagvrije_voet_tot_de_norm"] == Decimal("1331.43")


def test_the_maxima_since_2025_were_not_found(outcome):
    assert outcome("hoogste_beslagvrije_voet", date(2024, 12, 31))[
        "hoogste_beslagvrije_voet"
    ] == Decimal("1996.21")
    with pytest.raises(NormMissing):
        outcome("hoogste_beslagvrije_voet", date(2025, 1, 1))


def test_what_is_free_above_the_norm_stays_missing_and_is_not_guessed(outcome):
    with pytest.raises(NormMissing):
        outcome("beslagvrije_voet", IN_2026, leeftijd_in_maanden=480)
