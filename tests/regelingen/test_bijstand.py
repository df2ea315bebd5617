"""Participatiewet art. 19 and 31 to 52: means, assets, what is paid and when."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from plein.regelingen.library import rule_book
from plein.rules.calculate import calculate
from plein.rules.norms import Dated

IN_2025 = date(2025, 12, 31)
IN_2026 = date(2026, 1, 1)
JULY = date(2026, 7, 1)
NORM = Decimal("1401.50")
AT_30 = {"leeftijd_in_maanden": 30 * 12}
WORK = AT_30 | {"netto_loon_per_maand": 800}
PARTNER = {"heeft_gezamenlijke_huishouding": True, "leeftijd_in_maanden_partner": 30 * 12}


@pytest.fixture
def means(outcome):
    def of(day=IN_2026, **facts):
        return outcome("middelen_in_aanmerking", day, **facts)["middelen_in_aanmerking"]

    return of


@pytest.fixture
def right(outcome):
    def of(day=IN_2026, **facts):
        return outcome("recht_op_bijstand", day, **facts)["recht_op_bijstand"]

    return of


def test_income_of_a_cent_below_the_norm_leaves_a_cent(outcome):
    found = outcome("bijstand_per_maand", IN_2026, **AT_30, netto_uitkering_per_maand="1401.49")

    assert found["bijstand_per_maand"] == Decimal("0.01")


def test_income_at_the_norm_leaves_no_right(right):
    assert right(**AT_30, netto_uitkering_per_maand="1401.49")
    assert not right(**AT_30, netto_uitkering_per_maand="1401.50")


def test_alimony_for_yourself_and_for_a_child_counts_in_full(means):
    assert means(**AT_30, partneralimentatie_per_maand=200, kinderalimentatie_per_maand=150) == 350


def test_tax_that_comes_back_counts(means):
    assert means(**AT_30, teruggaaf_belasting_per_maand=91) == 91


def test_the_partner_counts_only_in_a_joint_household(means):
    assert means(**AT_30, netto_loon_per_maand_partner=500) == 0
    assert means(**AT_30, **PARTNER, netto_loon_per_maand_partner=500) == 500


def test_no_exemption_without_a_decision(means):
    assert means(**WORK) == 800
    assert means(**WORK, vrijlating_n_toegekend=True) == 600


def test_the_first_exemption_starts_at_27(means):
    granted = {"netto_loon_per_maand": 800, "vrijlating_n_toegekend": True}

    assert means(leeftijd_in_maanden=27 * 12 - 1, **granted) == 800
    assert means(leeftijd_in_maanden=27 * 12, **granted) == 600


def test_the_first_exemption_holds_six_months(means):
    granted = WORK | {"vrijlating_n_toegekend": True}

    assert means(**granted, maanden_vrijlating_n_gebruikt=5) == 600
    assert means(**granted, maanden_vrijlating_n_gebruikt=6) == 800


def test_the_first_exemption_has_a_maximum(means):
    granted = AT_30 | {"vrijlating_n_toegekend": True}

    assert means(**granted, netto_loon_per_maand=1140) == 1140 - 285
    assert means(**granted, netto_loon_per_maand=1144) == 1144 - 285


def test_an_exemption_is_about_wages_and_not_about_a_benefit(means):
    assert means(**AT_30, netto_uitkering_per_maand=800, vrijlating_n_toegekend=True) == 800


def test_a_single_parent_keeps_an_eighth_while_a_child_is_below_12(means):
    granted = WORK | {"vrijlating_r_toegekend": True}

    assert means(**granted, kinderen_6_11=1) == 700
    assert means(**granted, kinderen_12_15=1) == 800
    assert means(**granted, **PARTNER, kinderen_6_11=1) == 800


def test_the_exemption_of_a_single_parent_starts_at_27_and_holds_thirty_months(means):
    parent = {"netto_loon_per_maand": 800, "vrijlating_r_toegekend": True, "kinderen_0_5": 1}

    assert means(leeftijd_in_maanden=27 * 12 - 1, **parent) == 800
    assert means(leeftijd_in_maanden=27 * 12, **parent, maanden_vrijlating_r_gebruikt=29) == 700
    assert means(leeftijd_in_maanden=27 * 12, **parent, maanden_vrijlating_r_gebruikt=30) == 800


@pytest.mark.parametrize("letter", ["y", "aa"])
def test_a_limit_of_health_or_a_subsidy_counts_at_any_age(means, letter):
    assert means(
        leeftijd_in_maanden=20 * 12,
        netto_loon_per_maand=100,
        **{f"vrijlating_{letter}_toegekend": True},
    ) == Decimal("85")


def test_two_exemptions_are_not_added_up(means):
    assert means(**WORK, vrijlating_n_toegekend=True, vrijlating_y_toegekend=True) == 600


def test_gifts_are_free_to_twelve_hundred_a_year_from_2026(means):
    assert means(**AT_30, giften_eerder_dit_jaar=1000, giften_in_deze_maand=200) == 0
    assert means(**AT_30, giften_eerder_dit_jaar=1000, giften_in_deze_maand="200.01") == Decimal(
        "0.01"
    )
    assert means(**AT_30, giften_eerder_dit_jaar=5000, giften_in_deze_maand=80) == 80


def test_before_2026_a_person_decides_which_gifts_count(means):
    assert means(IN_2025, **AT_30, giften_die_meetellen=300) == 300


def test_a_pension_of_your_own_is_free_up_to_a_maximum_from_aow_age(means):
    pension = AT_30 | {"netto_uitkering_per_maand": 40, "eigen_pensioen_per_maand": 40}

    assert means(**pension) == 40
    assert means(**pension, heeft_aow_leeftijd=True) == Decimal("13.5")
    assert means(**pension, **PARTNER, heeft_aow_leeftijd=True) == 0


def test_who_has_no_right_shares_only_what_two_have_above_their_norm(means):
    excluded = AT_30 | PARTNER | {"is_uitgesloten_van_bijstand_partner": True}

    assert means(**excluded, netto_loon_per_maand_partner="1001.06") == 0
    assert means(**excluded, netto_loon_per_maand_partner="1001.07") == Decimal("0.01")


def test_assets_may_be_at_the_limit_and_not_a_cent_above(right):
    assert right(**AT_30, bezit=8000)
    assert not right(**AT_30, bezit="8000.01")


def test_a_single_parent_and_a_couple_may_own_twice_as_much(right):
    assert right(**AT_30, kinderen_16_17=1, bezit=16000)
    assert right(**AT_30, **PARTNER, bezit=16000)
    assert not right(**AT_30, **PARTNER, bezit="16000.01")


def test_the_limit_rose_on_the_first_of_january(right):
    assert not right(IN_2025, **AT_30, bezit=8000)
    assert right(IN_2025, **AT_30, bezit=7770)


def test_debts_are_taken_off_and_do_not_make_a_home_smaller(outcome):
    found = outcome(
        "vermogen_boven_grens",
        IN_2026,
        **AT_30,
        bezit=1000,
        schulden=50_000,
        overwaarde_eigen_woning=75_501,
    )

    assert found["vermogen_boven_grens"] == 1


def test_what_was_saved_from_bijstand_is_free_until_2026(outcome):
    owns = AT_30 | {"bezit": 9000, "gespaard_van_bijstand": 2000}

    assert outcome("vermogen_boven_grens", IN_2025, **owns)["vermogen_boven_grens"] == 0
    assert outcome("vermogen_boven_grens", IN_2026, **owns)["vermogen_boven_grens"] == 1000


def test_the_holiday_allowance_stays_behind_until_june(outcome):
    found = outcome("vakantietoeslag_gereserveerd", JULY, **AT_30)

    assert found["bijstand_per_maand"] == Decimal("1419.46")
    assert found["bijstand_uitbetaald_per_maand"] == Decimal("1348.49")
    assert found["vakantietoeslag_gereserveerd"] == Decimal("70.97")


def test_the_advance_is_ninety_percent_and_from_2026_ninety_five(outcome):
    before = outcome("voorschot_bijstand", IN_2025, **AT_30)
    after = outcome("voorschot_bijstand", IN_2026, **AT_30)

    assert before["voorschot_bijstand"] == Decimal("1170.55")  # 1369.06 x 0.95 = 1300.61, x 0.9
    assert after["voorschot_bijstand"] == Decimal("1264.86")  # 1331.43 x 0.95


def test_no_advance_for_who_withholds_information(outcome):
    found = outcome("voorschot_bijstand", IN_2026, **AT_30, houdt_gegevens_achter=True)

    assert found["voorschot_bijstand"] == 0


def test_a_municipality_may_leave_holiday_allowance_out_on_both_sides(norms_without_allowance):
    """Without: 1401.50 x 0.95 - 760 = 571.425 is paid, and 571.425 / 0.95 = 601.50 with it."""
    book = rule_book()
    targets = ["bijstand_per_maand", "bijstand_uitbetaald_per_maand"]
    facts = {name: book.facts[name].nought for name in book.plan(targets, IN_2026).asks}
    facts |= AT_30
    work = {
        "netto_loon_per_maand": Decimal(760),
        "vakantiegeld_bij_loon_per_maand": Decimal(61),
    }

    with_it = calculate(book, targets, facts, IN_2026, known=work)
    without = calculate(book, targets, facts, IN_2026, known=work, norms=norms_without_allowance)

    assert with_it["bijstand_per_maand"] == NORM - 760 - 61
    assert without["bijstand_per_maand"] == Decimal("601.50")
    assert without["bijstand_uitbetaald_per_maand"] == Decimal("571.43")


@pytest.fixture
def norms_without_allowance():
    choice = rule_book().norms.of("bijstand")["telt_vakantiegeld_mee"]
    no = Dated(since=date(2024, 1, 1), value=Decimal(0), sources=("beleidsregel",))
    return rule_book().norms.with_local([replace(choice, values=(no,))])
