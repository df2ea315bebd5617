"""Participatiewet art. 20 to 24: the norm at the edges of age, household and half year."""

from datetime import date
from decimal import Decimal

import pytest

from plein.rules.refusals import NormMissing

IN_2025 = date(2025, 12, 31)
IN_2026 = date(2026, 1, 1)
LAST_DAY = date(2026, 6, 30)
JULY = date(2026, 7, 1)
AT_30 = {"leeftijd_in_maanden": 30 * 12}
AT_20 = {"leeftijd_in_maanden": 21 * 12 - 1}
PARTNER = {"heeft_gezamenlijke_huishouding": True, "leeftijd_in_maanden_partner": 30 * 12}
YOUNG_PARTNER = PARTNER | {"leeftijd_in_maanden_partner": 21 * 12 - 1}


@pytest.fixture
def norm(outcome):
    def of(day, **facts):
        return str(outcome("bijstandsnorm", day, **facts)["bijstandsnorm"])

    return of


def test_the_norm_of_21_starts_on_the_birthday_and_not_a_day_before(norm):
    assert norm(IN_2026, leeftijd_in_maanden=21 * 12 - 1) == "345.99"
    assert norm(IN_2026, leeftijd_in_maanden=21 * 12) == "1401.5"


def test_a_person_of_17_has_no_norm_and_one_of_18_has(norm):
    assert norm(IN_2026, leeftijd_in_maanden=18 * 12 - 1) == "0"
    assert norm(IN_2026, leeftijd_in_maanden=18 * 12) == "345.99"


def test_a_single_parent_has_the_norm_of_a_single_person(norm):
    assert norm(IN_2026, **AT_30, kinderen_6_11=2) == norm(IN_2026, **AT_30)
    assert norm(IN_2026, **AT_20, kinderen_0_5=1) == norm(IN_2026, **AT_20)


def test_the_norm_changes_on_the_first_of_july(norm):
    assert norm(LAST_DAY, **AT_30) == "1401.5"
    assert norm(JULY, **AT_30) == "1419.46"


def test_the_norm_of_aow_age_holds_for_one_and_for_two(norm):
    old = {"leeftijd_in_maanden": 67 * 12, "heeft_aow_leeftijd": True}

    assert norm(IN_2026, leeftijd_in_maanden=67 * 12 - 1) == "1401.5"
    assert norm(IN_2026, **old) == "1564.69"
    assert norm(IN_2026, **old, **PARTNER) == "2144.16"
    assert norm(IN_2026, **AT_30, **PARTNER, heeft_aow_leeftijd_partner=True) == "2144.16"


@pytest.mark.parametrize(
    ("children", "both", "one"), [(0, "691.98", "1347.06"), (1, "1092.41", "1747.49")]
)
def test_a_couple_with_someone_of_20_has_its_own_norm(norm, children, both, one):
    assert norm(IN_2026, **AT_20, **YOUNG_PARTNER, kinderen_0_5=children) == both
    assert norm(IN_2026, **AT_30, **YOUNG_PARTNER, kinderen_0_5=children) == one
    assert norm(IN_2026, **AT_20, **PARTNER, kinderen_0_5=children) == one


def test_help_for_who_cannot_turn_to_parents_stands_in_the_law_from_2026(norm):
    alone = AT_20 | {"ouders_kunnen_niet_bijdragen": True}

    assert norm(IN_2025, **alone) == "337.98"
    assert norm(IN_2026, **alone) == "1092.44"


def test_help_for_who_cannot_turn_to_parents_ends_at_21(norm):
    assert norm(IN_2026, leeftijd_in_maanden=252, ouders_kunnen_niet_bijdragen=True) == "1401.5"


def test_who_turns_27_becomes_a_cost_sharer_and_at_26_is_none(norm):
    """At 26 nobody counts among `medebewoners_vanaf_27`; that is what the fact says."""
    assert norm(IN_2026, **AT_30, medebewoners_vanaf_27=0) == "1401.5"
    assert norm(IN_2026, **AT_30, medebewoners_vanaf_27=1) == "1001.07"


def test_a_student_at_home_shares_no_costs(norm):
    found = norm(IN_2026, **AT_30, medebewoners_vanaf_27=2, medebewoners_zonder_kostendeling=1)

    assert found == norm(IN_2026, **AT_30, medebewoners_vanaf_27=1)


@pytest.mark.parametrize(
    ("sharers", "share"), [(1, "0.5"), (2, "0.433333"), (3, "0.4"), (4, "0.38")]
)
def test_each_cost_sharer_has_the_share_of_the_table(norm, sharers, share):
    found = Decimal(norm(IN_2026, **AT_30, medebewoners_vanaf_27=sharers))

    assert found == pytest.approx(Decimal("2002.13") * Decimal(share), abs=Decimal("0.006"))


def test_somebody_of_20_keeps_the_norm_of_the_young_among_cost_sharers(norm):
    assert norm(IN_2026, **AT_20, medebewoners_vanaf_27=3) == "345.99"


def test_a_couple_with_somebody_of_20_and_a_cost_sharer_adds_a_fixed_part(norm):
    """A is two: the cost sharer and who is 30; 50 percent of 2002.13, and 345.99 or 746.42."""
    shared = AT_30 | YOUNG_PARTNER | {"medebewoners_vanaf_27": 1}

    assert norm(IN_2026, **shared) == "1347.06"
    assert norm(IN_2026, **shared, kinderen_0_5=1) == "1747.49"


@pytest.mark.parametrize("day", [date(2025, 1, 1), date(2025, 7, 1), IN_2026, JULY])
@pytest.mark.parametrize("children", [0, 1])
def test_with_one_cost_sharer_that_couple_has_what_it_had_before(norm, day, children):
    """Half of the norm for two is what somebody of 21 brings in, in art. 20 and in art. 22a."""
    couple = AT_30 | YOUNG_PARTNER | {"kinderen_0_5": children}

    shared = Decimal(norm(day, **couple, medebewoners_vanaf_27=1))

    assert shared == pytest.approx(Decimal(norm(day, **couple)), abs=Decimal("0.011"))


def test_a_partner_without_right_leaves_half_of_the_norm_for_two(norm):
    excluded = PARTNER | {"is_uitgesloten_van_bijstand_partner": True}

    assert norm(IN_2026, **AT_30, **excluded) == "1001.07"
    assert norm(IN_2026, **AT_20, **excluded) == "345.99"
    assert norm(IN_2026, **AT_30, **excluded, medebewoners_vanaf_27=1) == "867.59"


def test_two_without_right_have_no_norm(norm):
    excluded = {"is_uitgesloten_van_bijstand": True, "is_uitgesloten_van_bijstand_partner": True}

    assert norm(IN_2026, **AT_30, **PARTNER, **excluded) == "0"


def test_an_institution_has_its_own_norm_with_a_supplement(norm):
    assert norm(IN_2026, **AT_30, verblijft_in_inrichting=True) == "490.76"
    both = {"verblijft_in_inrichting": True, "verblijft_in_inrichting_partner": True}
    assert norm(IN_2026, **AT_30, **PARTNER, **both) == "796.27"


def test_with_one_of_two_in_an_institution_each_counts_as_single(norm):
    found = norm(IN_2026, **AT_30, **PARTNER, verblijft_in_inrichting_partner=True)

    assert Decimal(found) == Decimal("1401.50") + Decimal("490.76")


def test_somebody_of_20_in_an_institution_has_no_right(norm):
    assert norm(IN_2026, **AT_20, verblijft_in_inrichting=True) == "0"


def test_a_norm_that_was_never_found_is_missing_only_in_an_institution(norm):
    assert Decimal(norm(date(2024, 7, 1), **AT_30)) > 1000
    with pytest.raises(NormMissing, match="verhoging inrichting"):
        norm(date(2024, 7, 1), **AT_30, verblijft_in_inrichting=True)
