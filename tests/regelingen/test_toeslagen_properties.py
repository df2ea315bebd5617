"""What must hold for the toeslagen of any household."""

from datetime import date
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plein.regelingen.library import rule_book
from plein.rules.calculate import calculate, calculate_many
from plein.rules.facts import FactType

TOESLAGEN = (
    "zorgtoeslag_per_jaar",
    "huurtoeslag_per_jaar",
    "kindgebonden_budget_per_jaar",
    "kinderbijslag_per_kwartaal",
)
OPVANG = "kinderopvangtoeslag_per_jaar"
DAYS = (date(2024, 7, 1), date(2025, 12, 31), date(2026, 1, 1))
EXAMPLES = settings(max_examples=25, deadline=None, derandomize=True)

# At no income: for two insured, and for a family above the cap (in 2024 one of AOW age).
HIGHEST_ZORGTOESLAG = {2024: 2833, 2025: 3010, 2026: 2963}
HIGHEST_HUURTOESLAG = {2024: 5962, 2025: 6154, 2026: 6454}

# Most households have a right, and amounts lie around the edges of the law.
MOSTLY = {
    "huurt_zelfstandige_woning",
    "is_verzekerd_voor_zorg",
    "is_verzekerd_voor_zorg_partner",
    "heeft_recht_op_kinderbijslag",
    "werkt_of_leert",
    "werkt_of_leert_partner",
}
BETWEEN = {
    "inkomen_medebewoners": (0, 10_000),
    "kale_huur": (250, 950),
    "leeftijd_in_maanden": (17 * 12, 80 * 12),
    "leeftijd_oudste_medebewoner": (0, 80),
    "maanden_sinds_18": (-1, 400),
    "uurprijs": (5, 15),
    "uren": (20, 300),
    "servicekosten": (0, 20),
    "vermogen": (0, 39_000),
    "loon": (0, 25_000),
    "kinder": (0, 3),
    "medebewoners": (0, 2),
    "": (0, 4_000),
}


def targets_on(day):
    return (*TOESLAGEN, OPVANG) if day.year >= 2026 else TOESLAGEN


def values_of(name):
    fact = rule_book().facts[name]
    if fact.type is FactType.YES_NO:
        return st.sampled_from([True, True, True, False]) if name in MOSTLY else st.booleans()
    lowest, highest = next(limits for part, limits in BETWEEN.items() if part in name)
    if fact.type is FactType.COUNT:
        return st.integers(lowest, highest)
    return st.integers(100 * lowest, 100 * highest).map(lambda cents: Decimal(cents) / 100)


def asks_on(day):
    return sorted(rule_book().plan(targets_on(day), day).asks)


def households(day):
    return st.fixed_dictionaries({name: values_of(name) for name in asks_on(day)})


def column(name, drawn):
    yes_no = rule_book().facts[name].type is FactType.YES_NO
    return np.array([each[name] for each in drawn], bool if yes_no else float)


def amounts_of(household, day, **known):
    outcome = calculate(rule_book(), targets_on(day), household, day, **known)
    return {target: outcome[target] for target in targets_on(day)}


@pytest.mark.parametrize("day", DAYS)
@EXAMPLES
@given(st.data())
def test_one_household_and_many_come_to_the_same_cent(day, data):
    drawn = data.draw(st.lists(households(day), min_size=1, max_size=4))
    columns = {name: column(name, drawn) for name in asks_on(day)}

    many = calculate_many(rule_book(), targets_on(day), columns, day)

    for place, household in enumerate(drawn):
        for target, amount in amounts_of(household, day).items():
            assert abs(float(amount) - many[target][place]) < 0.005, target


@pytest.mark.parametrize("day", DAYS)
@EXAMPLES
@given(st.data())
def test_an_amount_is_never_below_nought_or_above_the_most_of_the_law(day, data):
    household = data.draw(households(day))
    found = amounts_of(household, day)
    n = rule_book().norms.on(day)["kindgebonden_budget"]
    children = sum(household[f"kinderen_{band}"] for band in ("0_5", "6_11", "12_15", "16_17"))
    most_per_child = n.bedrag_per_kind + n.verhoging_16_en_17

    assert all(amount >= 0 for amount in found.values())
    assert found["zorgtoeslag_per_jaar"] <= HIGHEST_ZORGTOESLAG[day.year]
    assert found["huurtoeslag_per_jaar"] <= HIGHEST_HUURTOESLAG[day.year]
    assert found["kindgebonden_budget_per_jaar"] <= (
        children * most_per_child + n.verhoging_alleenstaande_ouder
    )
    if OPVANG in found:
        looked_after = 1 + household["volgende_kinderen_met_opvang"]
        assert found[OPVANG] <= 12 * Decimal("0.96") * 230 * Decimal("11.23") * looked_after + 1


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("more", ["loon_per_jaar", "uitkeringen_per_jaar_partner", "vermogen_box3"])
@EXAMPLES
@given(st.data())
def test_no_toeslag_rises_with_income_or_assets(day, more, data):
    """Not so in 2024 for who becomes a household of older people by it; they are left out."""
    household = data.draw(households(day))
    household |= {name: False for name in household if "had_aow" in name}
    household |= {name: 0 for name in household if name == "inkomen_medebewoners_met_aow"}
    richer = household | {more: household[more] + data.draw(st.integers(1, 20_000))}

    before, after = amounts_of(household, day), amounts_of(richer, day)

    assert all(after[target] <= before[target] for target in before)


@pytest.mark.parametrize("day", DAYS)
@EXAMPLES
@given(st.data())
def test_a_rule_that_is_known_by_its_own_value_changes_nothing(day, data):
    household = data.draw(households(day))
    outcome = calculate(rule_book(), targets_on(day), household, day)
    inner = sorted(outcome.steps.keys() - set(targets_on(day)))
    name = data.draw(st.sampled_from(inner))

    again = amounts_of(household, day, known={name: outcome[name]})

    assert again == {target: outcome[target] for target in targets_on(day)}


@pytest.mark.parametrize("day", DAYS)
@EXAMPLES
@given(st.data())
def test_it_does_not_matter_which_of_two_partners_applies(day, data):
    """Two adults at one address; the age of 18 is asked of the one who applies."""
    household = data.draw(households(day))
    household |= {"heeft_toeslagpartner": True, "toeslagpartner_woont_elders": False}
    household |= {
        name: household[name] + 12
        for name in ("leeftijd_in_maanden", "leeftijd_in_maanden_partner")
    }
    pairs = {name: f"{name}_partner" for name in household if f"{name}_partner" in household}
    swapped = household | {one: household[other] for one, other in pairs.items()}
    swapped |= {other: household[one] for one, other in pairs.items()}

    assert amounts_of(household, day) == amounts_of(swapped, day)
