"""What holds for every household: never below nought, never above the norm, the same on arrays."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plein.regelingen.library import rule_book
from plein.regelingen.persons import PARTNER
from plein.rules.calculate import calculate, calculate_many
from plein.rules.facts import Fact, FactType
from plein.rules.norms import Dated

TARGETS = ("bijstandsnorm", "voorschot_bijstand", "vakantietoeslag_gereserveerd")
AMOUNTS = (*TARGETS, "middelen_in_aanmerking", "vermogen_boven_grens", "bijstand_per_maand")
DAYS = [date(2025, 1, 1), date(2025, 7, 1), date(2026, 1, 1), date(2026, 7, 1)]
SMALLER = (
    "inkomenstoeslag_per_jaar",
    "studietoeslag_per_maand",
    "bijzondere_bijstand_voor_kosten",
    "kwijtschelding_van_aanslag",
    "aflossing_per_maand",
    "direct_te_verrekenen",
    "beslagvrije_voet_tot_de_norm",
)
IN_THE_NORM = {"woonlasten_boven_de_norm": Decimal(40), "zorgpremie_boven_de_norm": Decimal(5)}
SOMETIMES = settings(max_examples=40, deadline=None)


def values_of(fact: Fact) -> st.SearchStrategy:
    if fact.type is FactType.YES_NO:
        return st.booleans()
    if fact.name.startswith("leeftijd_in_maanden"):
        return st.integers(17 * 12, 80 * 12)
    if fact.highest is not None and fact.type is not FactType.COUNT:
        return st.integers(0, int(fact.highest)).map(Decimal)
    if fact.type is FactType.COUNT:
        return st.integers(0, 3)
    cents = st.integers(0, 60_000) | st.integers(0, 1_000_000) | st.just(0)
    return cents.map(lambda amount: Decimal(amount) / 100)


@st.composite
def households(draw, day, targets=AMOUNTS, known=()):
    facts = rule_book().facts
    asked = sorted(rule_book().plan(targets, day, known).asks)
    return {name: draw(values_of(facts[name])) for name in asked}


@st.composite
def a_day_and_a_household(draw):
    day = draw(st.sampled_from(DAYS))
    return day, draw(households(day))


@st.composite
def a_day_and_some_households(draw):
    day = draw(st.sampled_from(DAYS))
    return day, draw(st.lists(households(day), min_size=2, max_size=5))


def amounts(day, facts, **known):
    asked = rule_book().plan(AMOUNTS, day, known.keys()).asks
    needed = {name: facts.get(name, rule_book().facts[name].nought) for name in asked}
    return calculate(rule_book(), AMOUNTS, needed, day, known=known)


def columns(many):
    return {
        name: np.array([each[name] for each in many], dtype=kind(many[0][name])) for name in many[0]
    }


def kind(value):
    return bool if isinstance(value, bool) else float


@SOMETIMES
@given(a_day_and_some_households())
def test_one_household_and_many_give_the_same_cent(drawn):
    day, many = drawn

    found = calculate_many(rule_book(), AMOUNTS, columns(many), day)

    for place, household in enumerate(many):
        expected = amounts(day, household)
        for name in AMOUNTS:
            assert found[name][place] == pytest.approx(float(expected[name]), abs=0.001), name


@SOMETIMES
@given(st.lists(households(DAYS[2], SMALLER, IN_THE_NORM.keys()), min_size=2, max_size=5))
def test_the_smaller_schemes_give_the_same_cent_as_well(many):
    """In a municipality that chose everything; two amounts we do not know are given."""
    norms, day = norms_of_a_municipality(), DAYS[2]
    known = {name: np.full(len(many), float(value)) for name, value in IN_THE_NORM.items()}

    found = calculate_many(rule_book(), SMALLER, columns(many), day, known=known, norms=norms)

    for place, household in enumerate(many):
        expected = calculate(rule_book(), SMALLER, household, day, known=IN_THE_NORM, norms=norms)
        for name in SMALLER:
            assert found[name][place] == pytest.approx(float(expected[name]), abs=0.001), name


def norms_of_a_municipality():
    """A third of each share, and one of all else, wherever the law leaves it open."""
    norms = rule_book().norms
    empty = (
        norm
        for regeling in norms.regelingen
        for norm in norms.of(regeling).values()
        if norm.municipal and not norm.values
    )
    return norms.with_local(
        replace(norm, values=(Dated(DAYS[0], chosen(norm.unit), ("verordening",)),))
        for norm in empty
    )


def chosen(unit):
    return Decimal("0.35") if unit == "deel" else Decimal(1)


@SOMETIMES
@given(a_day_and_a_household())
def test_bijstand_lies_between_nought_and_the_norm(drawn):
    day, household = drawn
    found = amounts(day, household)

    assert 0 <= found["bijstand_per_maand"] <= found["bijstandsnorm"]
    assert 0 <= found["voorschot_bijstand"] <= found["bijstand_uitbetaald_per_maand"]
    parts = found["bijstand_uitbetaald_per_maand"] + found["vakantietoeslag_gereserveerd"]
    assert parts == found["bijstand_per_maand"]


@SOMETIMES
@given(
    a_day_and_a_household(),
    st.sampled_from(
        [
            "brutoloon_per_maand",
            "brutoloon_per_maand_partner",
            "andere_uitkering_per_maand_partner",
            "kinderalimentatie_per_maand",
            "giften_in_deze_maand",
        ]
    ),
    st.integers(1, 100_000),
)
def test_bijstand_never_rises_with_income(drawn, source, cents):
    day, household = drawn
    more = household | {source: household.get(source, 0) + Decimal(cents) / 100}

    richer, poorer = amounts(day, more), amounts(day, household)

    assert richer["bijstand_per_maand"] <= poorer["bijstand_per_maand"]


@SOMETIMES
@given(a_day_and_a_household(), st.integers(1, 1_000_000))
def test_more_assets_never_give_more_bijstand(drawn, euros):
    day, household = drawn
    more = household | {"bezit": household["bezit"] + euros}

    richer, poorer = amounts(day, more), amounts(day, household)

    assert richer["bijstand_per_maand"] <= poorer["bijstand_per_maand"]


@SOMETIMES
@given(a_day_and_a_household(), st.data())
def test_an_actual_amount_that_is_the_same_changes_nothing(drawn, data):
    day, household = drawn
    found = amounts(day, household)
    name = data.draw(st.sampled_from(sorted(found.steps)))

    again = amounts(day, household, **{name: found[name]})

    assert {each: again[each] for each in AMOUNTS} == {each: found[each] for each in AMOUNTS}


@SOMETIMES
@given(a_day_and_a_household())
def test_it_does_not_matter_which_of_two_partners_applies(drawn):
    day, household = drawn
    couple = household | {"heeft_gezamenlijke_huishouding": True}

    one, other = amounts(day, couple), amounts(day, the_other_way_round(couple))

    assert {name: other[name] for name in AMOUNTS} == {name: one[name] for name in AMOUNTS}


def the_other_way_round(facts):
    pairs = {name for name in facts if name + PARTNER in facts}
    return (
        facts
        | {name: facts[name + PARTNER] for name in pairs}
        | {name + PARTNER: facts[name] for name in pairs}
    )


@SOMETIMES
@given(a_day_and_a_household())
def test_a_cost_sharer_more_never_gives_a_higher_norm(drawn):
    """Among who is 21 or older: a young partner brings a fixed part, whoever lives there."""
    day, household = drawn
    adult = household | {
        "leeftijd_in_maanden": 500,
        "leeftijd_in_maanden_partner": 500,
        "medebewoners_zonder_kostendeling": 0,
    }
    fuller = adult | {"medebewoners_vanaf_27": adult["medebewoners_vanaf_27"] + 1}

    assert amounts(day, fuller)["bijstandsnorm"] <= amounts(day, adult)["bijstandsnorm"]
