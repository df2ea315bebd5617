"""Each word says the same of one household and of many."""

from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plein.rules.words import (
    CENT,
    afgerond,
    alle,
    als,
    een_van,
    hoogste,
    laagste,
    niet,
    omhoog,
    omlaag,
    uit_tabel,
)

amounts = st.decimals(-100_000, 100_000, places=4)
steps = st.sampled_from([Decimal(1), CENT, Decimal("4.50"), Decimal(12)])


@pytest.mark.parametrize("word", [omlaag, omhoog, afgerond])
@given(amount=amounts, step=steps)
def test_rounding_is_the_same_to_the_cent_for_one_and_for_many(word, amount, step):
    one = word(amount, step)
    (many,) = word(np.array([float(amount)]), step)

    assert abs(float(one) - many) < 1e-6


@pytest.mark.parametrize(
    ("amount", "expected"),
    [("0.005", "0.01"), ("1.005", "1.01"), ("2.675", "2.68"), ("1.4949", "1.49")],
)
def test_half_a_cent_goes_up_also_where_a_float_cannot_write_it(amount, expected):
    assert afgerond(Decimal(amount), CENT) == Decimal(expected)
    assert round(float(afgerond(np.array([float(amount)]), CENT)[0]), 2) == float(expected)


def test_a_whole_step_stays_where_it_is():
    assert omlaag(Decimal("2549.25"), Decimal("4.50")) == Decimal("2547.00")
    assert omlaag(Decimal("4.50"), Decimal("4.50")) == Decimal("4.50")
    assert omlaag(np.array([0.1 + 0.2]), CENT)[0] == pytest.approx(0.30)


def test_the_lowest_and_the_highest_take_as_many_as_they_get():
    many = np.array([1.0, 5.0])

    assert (laagste(3, 1, 2), hoogste(3, 1, 2)) == (1, 3)
    assert laagste(many, 3).tolist() == [1, 3]
    assert hoogste(many, 3, 4).tolist() == [4, 5]


def test_conditions_hold_together_or_apart():
    yes_no = np.array([True, False])

    assert (alle(True, True), alle(True, False), een_van(False, True), niet(True)) == (
        True,
        False,
        True,
        False,
    )
    assert alle(yes_no, True).tolist() == [True, False]
    assert een_van(yes_no, False).tolist() == [True, False]
    assert niet(yes_no).tolist() == [False, True]
    assert als(yes_no, 1, 2).tolist() == [1, 2]


@pytest.mark.parametrize(("value", "found"), [(-1, 96), (0, 96), (99, 96), (100, 80), (250, 70)])
def test_a_table_gives_what_stands_beside_the_last_limit_that_is_reached(value, found):
    limits, outcomes = (Decimal(0), Decimal(100), Decimal(200)), (96, 80, 70)

    assert uit_tabel(Decimal(value), limits, outcomes) == found
    assert uit_tabel(np.array([float(value)]), limits, outcomes).tolist() == [found]
