"""The same rules as for one resident, over many households: to the cent, and in one direction."""

import numpy as np
import pytest

from plein.policy.effect import MEANS, NORM, cells_of
from plein.policy.groups import together
from plein.policy.invented import households, margins
from plein.rules.calculate import calculate, calculate_many
from tests.policy.conftest import DAY

SIZE, SAMPLE = 4_000, 60
TARGETS = [
    "inkomenstoeslag_per_jaar",
    "bijzondere_bijstand_voor_kosten",
    "bijstand_per_maand",
    "zorgtoeslag_per_maand",
    "huurtoeslag_per_maand",
    "kindgebonden_budget_per_maand",
]


def cells(change, size=SIZE):
    drawn = households(change.book, change.asks, change.topic.facts, size, margins())
    return cells_of(change, drawn, invented=True)


@pytest.mark.parametrize("target", TARGETS)
def test_many_households_get_to_the_cent_what_each_of_them_gets(change_of, target):
    change = change_of(target)
    (drawn,) = households(change.book, change.asks, change.topic.facts, SAMPLE, margins())

    many = calculate_many(change.book, [target, MEANS, NORM], drawn, DAY, norms=change.now)

    for place in range(SAMPLE):
        facts = {name: column[place].item() for name, column in drawn.items()}
        one = calculate(change.book, [target, MEANS, NORM], facts, DAY, norms=change.now)
        for name in (target, MEANS, NORM):
            assert round(float(one[name]) * 100) == round(float(many[name][place]) * 100)


@pytest.mark.parametrize("target", TARGETS)
def test_no_change_gives_no_gain_and_no_loss(change_of, target):
    total = together(cells(change_of(target)))

    assert total.size == SIZE
    assert total.reached[0] == total.reached[1] > 0
    assert (total.gain, total.lose, total.more_cents) == (0, 0, 0)


@pytest.mark.parametrize("amount", ["300.01", "301", "450"])
def test_a_higher_amount_costs_more_and_takes_from_nobody(change_of, amount):
    total = together(cells(change_of("inkomenstoeslag_per_jaar", bedrag_paar=amount)))

    assert total.more_cents > 0
    assert total.gain > 0
    assert total.lose == 0


def test_the_cost_is_the_rise_for_each_who_gets_it(change_of):
    total = together(cells(change_of("inkomenstoeslag_per_jaar", bedrag_paar="310")))

    assert total.more_cents == total.gain * 10_00


def test_an_amount_of_each_month_is_counted_over_a_year(change_of):
    change = change_of("zorgtoeslag_per_maand")
    (drawn,) = households(change.book, change.asks, {}, SIZE, margins())

    monthly = calculate_many(change.book, ["zorgtoeslag_per_maand"], drawn, DAY)

    euros = monthly["zorgtoeslag_per_maand"].sum() * 12
    assert together(cells(change)).cents[0] == round(euros * 100)


def test_a_change_of_the_bijstandsnorm_changes_the_income_that_counts(change_of):
    change = change_of("bijstand_per_maand", norm_samen="2500")

    assert not change.leaves_income
    assert together(cells(change)).more_cents > 0


def test_the_same_seed_gives_the_same_households(change_of):
    change = change_of("inkomenstoeslag_per_jaar")
    first, again = (
        next(households(change.book, change.asks, change.topic.facts, 500, margins()))
        for _turn in range(2)
    )

    assert first.keys() == again.keys()
    assert all(np.array_equal(first[name], again[name]) for name in first)


def test_each_chunk_has_households_of_its_own(change_of):
    change = change_of("inkomenstoeslag_per_jaar")

    one, two = households(change.book, change.asks, change.topic.facts, 20_001, margins())

    assert (len(one["bezit"]), len(two["bezit"])) == (20_000, 1)
    assert one["bezit"][0] != two["bezit"][0]
