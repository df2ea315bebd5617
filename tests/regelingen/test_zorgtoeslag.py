"""Wet op de zorgtoeslag, at its edges."""

from datetime import date

NEW_YEAR = date(2026, 1, 1)
ALONE = {"is_verzekerd_voor_zorg": True, "maanden_sinds_18": 100}
TOGETHER = ALONE | {
    "is_verzekerd_voor_zorg_partner": True,
    "maanden_sinds_18_partner": 100,
    "heeft_toeslagpartner": True,
}


def test_24_euro_a_year_is_paid_and_one_euro_of_income_more_leaves_nothing(outcome):
    just = outcome("zorgtoeslag_per_jaar", NEW_YEAR, loon_per_jaar=40_857, **ALONE)
    too_much = outcome("zorgtoeslag_per_jaar", NEW_YEAR, loon_per_jaar=40_858, **ALONE)

    assert just["zorgtoeslag_per_jaar"] == 24
    assert too_much["zorgtoeslag_per_jaar"] == 0


def test_assets_may_be_at_the_limit_and_not_a_cent_above(outcome):
    at = outcome("zorgtoeslag_per_maand", NEW_YEAR, vermogen_box3=146_011, **ALONE)
    above = outcome("zorgtoeslag_per_maand", NEW_YEAR, vermogen_box3="146011.01", **ALONE)

    assert (at["zorgtoeslag_per_maand"], above["zorgtoeslag_per_maand"]) == (129, 0)


def test_assets_of_both_partners_count_against_the_higher_limit(outcome):
    assets = {"vermogen_box3": 100_000, "vermogen_box3_partner": 84_634}

    found = outcome("zorgtoeslag_per_maand", NEW_YEAR, **TOGETHER, **assets)

    assert found["zorgtoeslag_per_maand"] == 0


def test_the_right_starts_in_the_month_after_the_18th_birthday(outcome):
    in_the_month = ALONE | {"maanden_sinds_18": 0}
    month_after = ALONE | {"maanden_sinds_18": 1}

    assert outcome("zorgtoeslag_per_maand", NEW_YEAR, **in_the_month)["zorgtoeslag_per_maand"] == 0
    assert outcome("zorgtoeslag_per_maand", NEW_YEAR, **month_after)["zorgtoeslag_per_maand"] == 129


def test_it_does_not_matter_which_partner_is_not_insured(outcome):
    only_you = TOGETHER | {"is_verzekerd_voor_zorg_partner": False}
    only_partner = TOGETHER | {"is_verzekerd_voor_zorg": False}

    one = outcome("zorgtoeslag_per_jaar", NEW_YEAR, **only_you, loon_per_jaar=35_000)
    other = outcome("zorgtoeslag_per_jaar", NEW_YEAR, **only_partner, loon_per_jaar=35_000)

    assert one["zorgtoeslag_per_jaar"] == other["zorgtoeslag_per_jaar"] > 0


def test_the_half_is_rounded_once(outcome):
    """2962.62 together is 1481.31 for one of them; half of a rounded 2963 would give 1482."""
    only_you = TOGETHER | {"is_verzekerd_voor_zorg_partner": False}

    assert outcome("zorgtoeslag_per_jaar", NEW_YEAR, **only_you)["zorgtoeslag_per_jaar"] == 1481


def test_the_partner_of_who_has_none_is_not_counted(outcome):
    alone = outcome("zorgtoeslag_per_jaar", NEW_YEAR, loon_per_jaar_partner=50_000, **ALONE)

    assert alone["zorgtoeslag_per_jaar"] == 1550


def test_the_new_year_has_new_amounts(outcome):
    old_year = outcome("zorgtoeslag_per_maand", date(2025, 12, 31), **ALONE)
    new_year = outcome("zorgtoeslag_per_maand", NEW_YEAR, **ALONE)

    assert (old_year["zorgtoeslag_per_maand"], new_year["zorgtoeslag_per_maand"]) == (131, 129)
