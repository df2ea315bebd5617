"""Groups that are too small are not shown, and cannot be worked out from what is."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plein.policy.groups import FEWEST, GONE, MORE, NEVER, NEW, SAME, Group, shown, together

counts = st.lists(st.sampled_from([0, 0, 1, 3, 9, 10, 40, 900]), min_size=6, max_size=6)
cells = st.lists(counts, min_size=1, max_size=24).map(
    lambda rows: [
        Group(*divmod(place, 6), tuple(types), (sum(types) * 5, sum(types) * 7))
        for place, types in enumerate(rows)
    ]
)


def group(kind=0, band=0, **types):
    places = {"never": NEVER, "new": NEW, "gone": GONE, "more": MORE, "same": SAME}
    made = [0] * 6
    for name, count in types.items():
        made[places[name]] = count
    return Group(kind, band, tuple(made), (0, 0))


@given(cells)
def test_whatever_is_shown_is_about_nobody_or_at_least_ten(many):
    for row in shown(many):
        assert all(count == 0 or count >= FEWEST for count in row.types)


@given(cells)
def test_no_difference_between_sums_and_rows_is_about_fewer_than_ten(many):
    rows = shown(many)
    if not rows:
        return
    for kind in {row.kind for row in rows}:
        rest = [row for row in rows if row.kind != kind]
        for place in range(6):
            left = together(rows).types[place] - sum(row.types[place] for row in rest)
            assert left == 0 or left >= FEWEST


@given(cells)
def test_nobody_is_lost_and_no_money_is(many):
    rows = shown(many)

    if rows:
        assert together(rows).types == together(many).types
        assert together(rows).cents == together(many).cents
    else:
        assert not together(many).is_large_enough


@pytest.mark.parametrize(("size", "is_shown"), [(9, False), (10, True)])
def test_ten_households_are_shown_and_nine_are_not(size, is_shown):
    rows = shown([group(band=0, never=size), group(band=1, never=500)])

    assert (Group(0, 0, (size, 0, 0, 0, 0, 0), (0, 0)) in rows) is is_shown


def test_one_that_is_too_small_goes_together_with_the_smallest_other():
    rows = shown([group(band=0, never=4), group(band=1, never=20), group(band=2, never=500)])

    assert [(row.band, row.size) for row in rows] == [(2, 500), (None, 24)]


def test_few_who_gain_in_a_large_group_make_it_too_small():
    rows = shown([group(band=0, same=300, new=3), group(band=1, same=200, new=40)])

    assert [(row.band, row.size) for row in rows] == [(None, 543)]


def test_a_kind_that_is_too_small_goes_together_with_another_kind():
    one, other = group(kind=0, never=5), [group(kind=1, band=band, never=90) for band in (0, 1)]

    rows = shown([one, *other])

    assert [(row.kind, row.size) for row in rows] == [(None, 185)]


def test_nothing_is_shown_where_all_together_are_too_few():
    few = [group(kind, band, same=100, gone=1) for kind, band in product(range(2), range(2))]

    assert shown(few) == []
