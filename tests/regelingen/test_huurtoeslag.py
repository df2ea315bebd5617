"""Wet op de huurtoeslag, at the edges of its articles and of its three regimes."""

from datetime import date
from decimal import Decimal

import pytest

from plein.regelingen.library import rule_book

IN_2024 = date(2024, 7, 1)
OLD_YEAR = date(2025, 12, 31)
NEW_YEAR = date(2026, 1, 1)
TENANT = {
    "leeftijd_in_maanden": 27 * 12,
    "huurt_zelfstandige_woning": True,
    "kale_huur_per_maand": 700,
}
COUPLE = TENANT | {"heeft_toeslagpartner": True, "leeftijd_in_maanden_partner": 27 * 12}


@pytest.fixture
def per_month(outcome):
    def amount(day, household, **facts):
        found = outcome("huurtoeslag_per_maand", day, **(household | facts))
        return found["huurtoeslag_per_maand"]

    return amount


@pytest.fixture
def per_year(outcome):
    def amount(day, household, **facts):
        return outcome("huurtoeslag_per_jaar", day, **(household | facts))["huurtoeslag_per_jaar"]

    return amount


def test_a_rent_a_cent_above_the_maximum_excludes_until_2026(per_month):
    assert per_month(OLD_YEAR, TENANT, kale_huur_per_maand="900.07") == 498
    assert per_month(OLD_YEAR, TENANT, kale_huur_per_maand="900.08") == 0


def test_who_keeps_the_right_above_the_maximum_gets_nothing_for_the_part_above(per_month):
    rent = {"kale_huur_per_maand": 1200, "huur_mag_boven_grens": True}

    assert per_month(OLD_YEAR, TENANT, **rent) == 498


def test_from_2026_the_part_above_the_maximum_rent_does_not_count(per_month):
    at_the_cap = per_month(NEW_YEAR, TENANT, kale_huur_per_maand="932.93")
    above = per_month(NEW_YEAR, TENANT, kale_huur_per_maand=1500)

    assert at_the_cap == above == 523


def test_a_rent_that_was_too_high_on_31_december_is_not_on_1_january(per_month):
    assert per_month(OLD_YEAR, TENANT, kale_huur_per_maand=1000) == 0
    assert per_month(NEW_YEAR, TENANT, kale_huur_per_maand=1000) == 523


def test_until_2026_the_low_limit_holds_until_the_age_of_23(per_month):
    assert per_month(OLD_YEAR, TENANT, leeftijd_in_maanden=23 * 12 - 1) == 0
    assert per_month(OLD_YEAR, TENANT, leeftijd_in_maanden=23 * 12) > 0


def test_from_2026_the_low_limit_is_a_cap_until_the_age_of_21(per_month):
    """498.20 - 202.52 = 295.68."""
    assert per_month(NEW_YEAR, TENANT, leeftijd_in_maanden=21 * 12 - 1) == 295
    assert per_month(NEW_YEAR, TENANT, leeftijd_in_maanden=21 * 12) > 295


def test_a_child_lifts_the_youth_limit(per_month):
    young = TENANT | {"leeftijd_in_maanden": 20 * 12}

    assert per_month(OLD_YEAR, young, kinderen_0_5=1) > 0
    assert per_month(NEW_YEAR, young, kinderen_0_5=1) > 297


def test_the_oldest_in_the_house_decides_about_the_youth_limit(per_month):
    young = TENANT | {"leeftijd_in_maanden": 20 * 12}
    partner = {"heeft_toeslagpartner": True, "leeftijd_in_maanden_partner": 30 * 12}

    assert per_month(OLD_YEAR, young, **partner) > 0
    assert per_month(OLD_YEAR, young, **partner, toeslagpartner_woont_elders=True) == 0
    assert per_month(OLD_YEAR, young, volwassen_medebewoners=1, leeftijd_oudste_medebewoner=23) > 0


def test_who_is_younger_than_18_has_no_right(per_month):
    minor = {"leeftijd_in_maanden": 18 * 12 - 1, "kale_huur_per_maand": 400}

    assert per_month(NEW_YEAR, TENANT, **minor) == 0


def test_each_kind_of_service_costs_counts_up_to_12_euro_until_2026(outcome):
    costs = {
        "servicekosten_energie": 30,
        "servicekosten_schoonmaak": 12,
        "servicekosten_huismeester": 5,
    }

    assert outcome("rekenhuur", OLD_YEAR, **TENANT, **costs)["rekenhuur"] == 729
    assert outcome("rekenhuur", NEW_YEAR, **TENANT, **costs)["rekenhuur"] == 700


def test_service_costs_can_lift_a_rent_above_the_maximum_until_2026(per_month):
    assert per_month(OLD_YEAR, TENANT, kale_huur_per_maand=890, servicekosten_energie=12) == 0


@pytest.mark.parametrize(
    ("day", "alone", "together"),
    [(IN_2024, "192.00", "192.00"), (OLD_YEAR, "199.05", "197.24"), (NEW_YEAR, "202.52", "200.71")],
)
def test_the_lowest_own_rent_is_the_published_one(outcome, day, alone, together):
    assert outcome("basishuur", day, **TENANT)["basishuur"] == Decimal(alone)
    assert outcome("basishuur", day, **COUPLE)["basishuur"] == Decimal(together)


@pytest.mark.parametrize(
    ("day", "income", "above", "household"),
    [
        (IN_2024, 20_700, "226.68", TENANT),
        (OLD_YEAR, 22_700, "236.20", TENANT),
        (OLD_YEAR, 30_450, "234.39", COUPLE),
    ],
)
def test_the_norm_rent_rises_a_cent_above_the_income_point(outcome, day, income, above, household):
    at = outcome("normhuur", day, **household, loon_per_jaar=income)
    a_cent_more = outcome("normhuur", day, **household, loon_per_jaar=f"{income}.01")

    assert at["normhuur"] == at["laagste_normhuur"]
    assert a_cent_more["normhuur"] == Decimal(above)


@pytest.mark.parametrize(
    ("kind", "low", "high"),
    [
        ("eenpersoons", (20_700, "226.67"), (30_550, "458.92")),
        ("meerpersoons", (26_975, "226.67"), (39_700, "457.11")),
        ("eenpersoons_ouderen", (22_025, "224.85"), (30_575, "458.47")),
        ("meerpersoons_ouderen", (29_325, "223.04"), (39_875, "456.20")),
    ],
)
def test_the_factors_of_2024_go_through_the_two_points_of_the_law(kind, low, high):
    """At the second point the norm rent is 460.74 minus 1.82, 3.63, 2.27 or 4.54 (art. 18)."""
    n = rule_book().norms.on(IN_2024)["huurtoeslag"]
    a, b = getattr(n, f"factor_a_{kind}"), getattr(n, f"factor_b_{kind}")

    for income, rent in (low, high):
        assert abs(a * income**2 + b * income - Decimal(rent)) < Decimal("0.01")


def test_above_the_cap_a_family_below_aow_age_gets_40_percent_since_2025(outcome):
    family = COUPLE | {"kale_huur_per_maand": 800}
    target = "vergoeding_boven_aftoppingsgrens"

    assert outcome(target, date(2024, 12, 31), **family)[target] == 0
    assert outcome(target, date(2025, 1, 1), **family)[target] == Decimal("46.816")


@pytest.mark.parametrize("reason", ["bewoner_heeft_aow_leeftijd", "heeft_aangepaste_woning"])
def test_in_2024_age_or_an_adapted_home_gave_40_percent_above_the_cap(outcome, reason):
    family = COUPLE | {"kale_huur_per_maand": 800, reason: True}
    target = "vergoeding_boven_aftoppingsgrens"

    assert outcome(target, IN_2024, **family)[target] == Decimal("59.828")


def test_in_the_year_of_aow_the_own_rent_stays_and_the_part_above_the_cap_changes(outcome):
    """Art. 2 looks at 1 January, art. 21 at the month."""
    became_67 = COUPLE | {"kale_huur_per_maand": 800, "bewoner_heeft_aow_leeftijd": True}
    was_67 = became_67 | {"had_aow_leeftijd_op_1_januari": True, "uitkeringen_per_jaar": 20_000}

    this_year = outcome("huurtoeslag_per_maand", IN_2024, **became_67)
    next_year = outcome("huurtoeslag_per_maand", IN_2024, **was_67)

    assert this_year["vergoeding_boven_aftoppingsgrens"] > 0
    assert (this_year["basishuur"], next_year["basishuur"]) == (
        Decimal("192.00"),
        Decimal("188.37"),
    )


def test_a_household_of_older_people_has_more_than_half_of_the_income(outcome):
    mixed = COUPLE | {"had_aow_leeftijd_op_1_januari": True, "loon_per_jaar_partner": 10_000}

    half = outcome("is_ouderenhuishouden", IN_2024, **mixed, uitkeringen_per_jaar=10_000)
    more = outcome("is_ouderenhuishouden", IN_2024, **mixed, uitkeringen_per_jaar="10000.01")

    assert not half["is_ouderenhuishouden"]
    assert more["is_ouderenhuishouden"]


def test_since_2025_nobody_is_asked_about_the_aow_age():
    asked = {
        year: rule_book().plan(["huurtoeslag_per_maand"], date(year, 7, 1)).asks
        for year in (2024, 2025)
    }

    assert "had_aow_leeftijd_op_1_januari" in asked[2024]
    assert not {name for name in asked[2025] if "aow" in name}


def test_the_third_person_brings_the_higher_cap(outcome):
    two, three = COUPLE, COUPLE | {"kinderen_0_5": 1}

    assert outcome("aftoppingsgrens", NEW_YEAR, **two)["aftoppingsgrens"] == Decimal("713.02")
    assert outcome("aftoppingsgrens", NEW_YEAR, **three)["aftoppingsgrens"] == Decimal("764.14")


def test_an_own_rent_above_the_quality_limit_leaves_65_percent(outcome):
    """Art. 21 lid 2."""
    rich = TENANT | {"loon_per_jaar": 35_000}

    found = outcome("huurtoeslag_per_maand", OLD_YEAR, **rich)

    assert found["basishuur"] > Decimal("477.20")
    assert found["vergoeding_tot_kwaliteitskortingsgrens"] == 0
    assert found["vergoeding_tot_aftoppingsgrens"] == Decimal("0.65") * (
        Decimal("682.96") - found["basishuur"]
    )


@pytest.mark.parametrize(
    ("household", "point", "share"), [(TENANT, 23_425, "0.27"), (COUPLE, 31_500, "0.22")]
)
def test_from_2026_the_phase_out_is_a_straight_line(outcome, household, point, share):
    at = outcome("afbouw_huurtoeslag", NEW_YEAR, **household, loon_per_jaar=point)
    above = outcome("afbouw_huurtoeslag", NEW_YEAR, **household, loon_per_jaar=point + 1200)

    assert at["afbouw_huurtoeslag"] == 0
    assert above["afbouw_huurtoeslag"] == 100 * Decimal(share)


def test_24_euro_a_year_is_paid_and_one_euro_of_income_more_leaves_nothing(per_year):
    assert per_year(OLD_YEAR, TENANT, loon_per_jaar=40_349) == 24
    assert per_year(OLD_YEAR, TENANT, loon_per_jaar=40_350) == 0
    assert per_year(NEW_YEAR, TENANT, loon_per_jaar=42_309) == 24
    assert per_year(NEW_YEAR, TENANT, loon_per_jaar=42_310) == 0


def test_assets_may_be_at_the_limit_and_not_a_cent_above(per_month):
    assert per_month(NEW_YEAR, TENANT, vermogen_box3=38_479) > 0
    assert per_month(NEW_YEAR, TENANT, vermogen_box3="38479.01") == 0


def test_partners_have_the_double_limit_together(per_month):
    assert per_month(NEW_YEAR, COUPLE, vermogen_box3=76_958) > 0
    assert per_month(NEW_YEAR, COUPLE, vermogen_box3=76_958, vermogen_box3_partner="0.01") == 0


def test_a_co_resident_has_a_limit_of_their_own(per_month):
    shared = TENANT | {"volwassen_medebewoners": 1, "leeftijd_oudste_medebewoner": 30}

    assert per_month(NEW_YEAR, shared, hoogste_vermogen_medebewoner=38_479) > 0
    assert per_month(NEW_YEAR, shared, hoogste_vermogen_medebewoner="38479.01") == 0


def test_the_income_of_a_co_resident_counts(outcome):
    shared = TENANT | {"volwassen_medebewoners": 1, "inkomen_medebewoners": 12_000}

    found = outcome("rekeninkomen", NEW_YEAR, **shared, loon_per_jaar=20_000)

    assert found["rekeninkomen"] == 32_000


def test_a_partner_at_another_address_counts_for_nothing(per_month):
    apart = {"toeslagpartner_woont_elders": True, "loon_per_jaar_partner": 60_000}

    assert per_month(NEW_YEAR, COUPLE, **apart, vermogen_box3_partner=90_000) == per_month(
        NEW_YEAR, TENANT
    )


def test_only_a_home_of_its_own_counts(per_month):
    assert per_month(NEW_YEAR, TENANT, huurt_zelfstandige_woning=False) == 0
