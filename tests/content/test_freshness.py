"""After 180 days the owner looks again; after 365 days residents do not see it."""

from datetime import date, timedelta

import pytest

from plein.content.freshness import Freshness, freshness_on, off_on
from plein.content.library import items, shown_on

REVIEWED = date(2026, 11, 28)


@pytest.mark.parametrize(
    ("days", "colour"),
    [
        (0, Freshness.GREEN),
        (180, Freshness.GREEN),
        (181, Freshness.ORANGE),
        (365, Freshness.ORANGE),
        (366, Freshness.RED),
    ],
)
def test_a_text_grows_old(days, colour):
    assert freshness_on(REVIEWED, REVIEWED + timedelta(days)) is colour


def test_the_first_red_day_is_the_day_it_leaves_the_site():
    first = off_on(REVIEWED)

    assert freshness_on(REVIEWED, first) is Freshness.RED
    assert freshness_on(REVIEWED, first - timedelta(1)) is Freshness.ORANGE


def test_residents_see_nothing_that_is_red():
    newest = max(item.reviewed_on for item in items().values())

    assert shown_on(newest)
    assert shown_on(off_on(newest)) == []
