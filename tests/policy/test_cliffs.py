"""Where somebody who earns a bit more has less, and why."""

import pytest

from plein.policy.cliffs import LEAST, SHOWN, WAGES, curves, example
from plein.policy.kinds import KINDS
from tests.policy.conftest import DAY

TARGET = "inkomenstoeslag_per_jaar"


def cliff_of(curve, moment):
    return next(each for each in curve.cliffs[moment] if each.because == TARGET)


def test_an_amount_that_stops_at_a_limit_is_a_cliff_of_about_that_amount(change_of):
    single, *_others = curves(change_of(TARGET))

    cliff = cliff_of(single, 0)

    assert 0 < 200_00 / 12 - cliff.loss < 10_00  # five euros more wage make up for a part


@pytest.mark.parametrize("kind", range(len(KINDS)))
def test_a_higher_amount_makes_the_cliff_deeper_at_the_same_wage(change_of, kind):
    amounts = dict.fromkeys(
        ("bedrag_alleenstaande", "bedrag_alleenstaande_ouder", "bedrag_paar"), "800"
    )
    change = change_of(TARGET, **amounts, bedrag_paar_met_kinderen="800")

    curve = curves(change)[kind]

    now, then = (cliff_of(curve, moment) for moment in (0, 1))
    assert now.wage == then.wage
    assert then.loss > now.loss


def test_without_a_change_both_lines_are_one(change_of):
    for curve in curves(change_of("zorgtoeslag_per_maand")):
        assert curve.left[0] == curve.left[1]
        assert curve.cliffs[0] == curve.cliffs[1]


def test_roundings_are_no_cliff(change_of):
    for curve in curves(change_of("zorgtoeslag_per_maand")):
        assert all(cliff.loss > LEAST for cliff in curve.cliffs[0])


def test_what_is_part_of_the_income_already_is_not_counted_twice(change_of):
    change = change_of("zorgtoeslag_per_maand", standaardpremie_per_verzekerde="3200")

    single = curves(change)[0]

    more = [then - now for now, then in zip(*single.left, strict=True)]
    assert 50_00 < max(more) < 100_00  # a twelfth of the rise of the premium, once


def test_the_picture_has_a_point_at_every_step_of_its_table(change_of):
    (single, *_others) = curves(change_of(TARGET))

    assert len(single.left[0]) == WAGES[-1] // SHOWN + 1


@pytest.mark.parametrize(
    ("kind", "adults", "children"), [(0, 1, 0), (1, 1, 1), (2, 2, 0), (3, 2, 1)]
)
def test_the_examples_are_of_their_kind(kind, adults, children):
    household = example(kind, DAY)

    assert (len(household.adults), len(household.children)) == (adults, children)
