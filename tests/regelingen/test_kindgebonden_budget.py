"""Wet op het kindgebonden budget, at the edges of its articles."""

from datetime import date
from decimal import Decimal

NEW_YEAR = date(2026, 1, 1)
TARGET = "kindgebonden_budget_per_jaar"
PARENT = {"kinderen_0_5": 1, "heeft_recht_op_kinderbijslag": True}
PARENTS = PARENT | {"heeft_toeslagpartner": True}


def test_the_alo_kop_ends_with_a_toeslagpartner(outcome):
    assert outcome("alo_kop", NEW_YEAR, **PARENT)["alo_kop"] == 3416
    assert outcome("alo_kop", NEW_YEAR, **PARENTS)["alo_kop"] == 0


def test_there_is_no_alo_kop_without_a_child(outcome):
    assert outcome("alo_kop", NEW_YEAR)["alo_kop"] == 0


def test_a_joint_household_in_the_participatiewet_does_not_end_the_alo_kop(outcome):
    found = outcome("alo_kop", NEW_YEAR, **PARENT, heeft_gezamenlijke_huishouding=True)

    assert found["alo_kop"] == 3416


def test_a_child_of_12_and_a_child_of_16_bring_a_supplement(outcome):
    amounts = [
        outcome("kindbedrag", NEW_YEAR, **{band: 1})["kindbedrag"]
        for band in ("kinderen_6_11", "kinderen_12_15", "kinderen_16_17")
    ]

    assert amounts == [2580, 2580 + 724, 2580 + 964]


def test_the_phase_out_starts_above_the_threshold_alone_and_of_partners(outcome):
    target = "afbouw_kindgebonden_budget"

    for household, threshold in ((PARENT, 29_736), (PARENTS, 39_141)):
        at = outcome(target, NEW_YEAR, **household, loon_per_jaar=threshold)
        above = outcome(target, NEW_YEAR, **household, loon_per_jaar=threshold + 1000)

        assert (at[target], above[target]) == (0, 76)


def test_one_phase_out_takes_from_the_total_with_the_alo_kop(outcome):
    """5996 - 0.076 x (80000 - 29736) = 2175.936."""
    found = outcome(TARGET, NEW_YEAR, **PARENT, loon_per_jaar=80_000)

    assert found[TARGET] == 2176


def test_24_euro_a_year_is_paid_and_one_euro_of_income_more_leaves_nothing(outcome):
    assert outcome(TARGET, NEW_YEAR, **PARENT, loon_per_jaar=108_321)[TARGET] == 24
    assert outcome(TARGET, NEW_YEAR, **PARENT, loon_per_jaar=108_322)[TARGET] == 0


def test_assets_may_be_at_the_limit_and_not_a_cent_above(outcome):
    assert outcome(TARGET, NEW_YEAR, **PARENT, vermogen_box3=146_011)[TARGET] == 5996
    assert outcome(TARGET, NEW_YEAR, **PARENT, vermogen_box3="146011.01")[TARGET] == 0
    assert outcome(TARGET, NEW_YEAR, **PARENTS, vermogen_box3_partner="184633.01")[TARGET] == 0


def test_without_kinderbijslag_there_is_no_right(outcome):
    assert outcome(TARGET, NEW_YEAR, kinderen_0_5=1)[TARGET] == 0


def test_the_rate_goes_up_with_the_new_year(outcome):
    rates = [
        outcome("afbouw_kindgebonden_budget", day, loon_per_jaar=Decimal("29406"))
        for day in (date(2025, 12, 31), date(2028, 1, 1))
    ]

    # 2025: 0.071 x (29406 - 28406); in 2028 the threshold of 2026 still stands, above this income
    assert [each["afbouw_kindgebonden_budget"] for each in rates] == [71, 0]


def test_the_amount_of_2027_is_marked_as_not_renewed(outcome):
    found = outcome(TARGET, date(2027, 1, 1), **PARENT).explain(TARGET)

    assert "bedrag_per_kind" in {used.norm.name for used in found.unsure_norms}
