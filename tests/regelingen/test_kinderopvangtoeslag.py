"""Wet kinderopvang: hours, prices, the table and its edges."""

from datetime import date
from decimal import Decimal

import pytest

from plein.regelingen.library import rule_book
from plein.rules.refusals import NormMissing

NEW_YEAR = date(2026, 1, 1)
TARGET = "kinderopvangtoeslag_per_maand"
PARENT = {
    "werkt_of_leert": True,
    "uren_dagopvang_eerste_kind": 100,
    "uurprijs_dagopvang_eerste_kind": 10,
}
TWO_CHILDREN = PARENT | {
    "volgende_kinderen_met_opvang": 1,
    "uren_bso_volgende_kinderen": 50,
    "uurprijs_bso_volgende_kinderen": 8,
}


@pytest.mark.parametrize("day", [date(2024, 1, 1), date(2025, 12, 31)])
def test_before_2026_the_table_is_missing_and_nothing_is_guessed(outcome, day):
    with pytest.raises(NormMissing):
        outcome(TARGET, day, **PARENT)


@pytest.mark.parametrize(
    ("kind", "price"), [("dagopvang", "11.23"), ("bso", "9.98"), ("gastouder", "8.49")]
)
def test_a_price_counts_up_to_the_maximum_of_its_kind(outcome, kind, price):
    care = {f"uren_{kind}_eerste_kind": 10, f"uurprijs_{kind}_eerste_kind": 20}

    found = outcome("opvangkosten_eerste_kind", NEW_YEAR, **care)

    assert found["opvangkosten_eerste_kind"] == 10 * Decimal(price)


@pytest.mark.parametrize(("hours", "costs"), [(230, 2300), (231, 2300), (460, 2300)])
def test_a_child_has_230_hours_at_most(outcome, hours, costs):
    care = PARENT | {"uren_dagopvang_eerste_kind": hours}

    found = outcome("opvangkosten_eerste_kind", NEW_YEAR, **care)

    assert found["opvangkosten_eerste_kind"] == costs


def test_230_hours_hold_for_the_kinds_of_care_together(outcome):
    care = PARENT | {
        "uren_dagopvang_eerste_kind": 200,
        "uren_bso_eerste_kind": 200,
        "uurprijs_bso_eerste_kind": 5,
    }

    found = outcome("opvangkosten_eerste_kind", NEW_YEAR, **care)

    assert found["opvangkosten_eerste_kind"] == 115 * 10 + 115 * 5


def test_two_other_children_have_460_hours_together(outcome):
    care = TWO_CHILDREN | {"volgende_kinderen_met_opvang": 2, "uren_bso_volgende_kinderen": 500}
    target = "opvangkosten_volgende_kinderen"

    assert outcome(target, NEW_YEAR, **care)[target] == 460 * 8


def test_hours_of_other_children_count_for_nothing_when_there_are_none(outcome):
    care = TWO_CHILDREN | {"volgende_kinderen_met_opvang": 0}
    target = "opvangkosten_volgende_kinderen"

    assert outcome(target, NEW_YEAR, **care)[target] == 0


@pytest.mark.parametrize(
    ("income", "first", "next_ones"),
    [
        (0, "0.96", "0.96"),
        (56_412, "0.96", "0.96"),
        (56_413, "0.955", "0.956"),
        (235_697, "0.365", "0.691"),
        (235_698, "0.365", "0.682"),
        (900_000, "0.365", "0.682"),
    ],
)
def test_the_table_gives_the_share_of_each_child(outcome, income, first, next_ones):
    found = outcome(TARGET, NEW_YEAR, **TWO_CHILDREN, loon_per_jaar=income)

    assert found["vergoeding_eerste_kind"] == Decimal(first)
    assert found["vergoeding_volgende_kinderen"] == Decimal(next_ones)


def test_the_columns_of_the_table_are_equally_long_and_only_fall():
    n = rule_book().norms.on(NEW_YEAR)["kinderopvangtoeslag"]

    assert len(n.grenzen) == len(n.deel_eerste_kind) == len(n.deel_volgende_kinderen)
    assert list(n.grenzen) == sorted(n.grenzen)
    for column in (n.deel_eerste_kind, n.deel_volgende_kinderen):
        assert list(column) == sorted(column, reverse=True)


def test_both_parents_work_or_learn(outcome):
    partners = PARENT | {"heeft_toeslagpartner": True}

    assert outcome(TARGET, NEW_YEAR, **partners)[TARGET] == 0
    assert outcome(TARGET, NEW_YEAR, **partners, werkt_of_leert_partner=True)[TARGET] == 960
    assert outcome(TARGET, NEW_YEAR, **PARENT)[TARGET] == 960


def test_24_euro_a_year_is_paid_and_a_cent_less_an_hour_leaves_nothing(outcome):
    """0.96 x 12 x price: 2.05 gives 23.62, so 24; 2.03 gives 23.39, so 23 and nothing."""
    one_hour = PARENT | {"uren_dagopvang_eerste_kind": 1}

    paid = outcome(TARGET, NEW_YEAR, **one_hour | {"uurprijs_dagopvang_eerste_kind": "2.05"})
    nothing = outcome(TARGET, NEW_YEAR, **one_hour | {"uurprijs_dagopvang_eerste_kind": "2.03"})

    assert paid["kinderopvangtoeslag_per_jaar"] == 24
    assert nothing["kinderopvangtoeslag_per_jaar"] == 0
