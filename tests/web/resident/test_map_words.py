"""Open or not, how far, and where a number stands: the small decisions of the map."""

from datetime import datetime, time
from itertools import combinations
from math import dist

import pytest

from plein.kernel.clock import AMSTERDAM
from plein.kernel.geo import Point
from plein.web.resident.map.distance import distance_words, length_words
from plein.web.resident.map.labels import apart, town_labels
from plein.web.resident.map.opening import is_open, opening_words
from plein.web.resident.map.plane import SIZE, Plane, busiest
from plein.webshop.actions.places import Spot, keep_place
from tests.cast import NOON
from tests.webshop.conftest import YARA

NINE_TO_FIVE = (time(9), time(17))
TUESDAY = 24  # of November 2026


def on(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=AMSTERDAM)


@pytest.fixture
def place(de_plons):
    """Open on Tuesday and Wednesday."""
    hours = {1: NINE_TO_FIVE, 2: NINE_TO_FIVE}
    return keep_place(de_plons, Spot("Bad", "Weg 1", "7811 AB", "Emmen", hours), by=YARA, at=NOON)


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (on(TUESDAY, 8, 59), "Nu dicht. Open vandaag vanaf 09.00 uur"),
        (on(TUESDAY, 9), "Nu open, tot 17.00 uur"),
        (on(TUESDAY, 16, 59), "Nu open, tot 17.00 uur"),
        (on(TUESDAY, 17), "Nu dicht. Open morgen vanaf 09.00 uur"),
        (on(TUESDAY + 1, 17), "Nu dicht. Open dinsdag vanaf 09.00 uur"),
        (on(TUESDAY - 1, 12), "Nu dicht. Open morgen vanaf 09.00 uur"),
    ],
)
def test_open_until_or_closed_until(place, at, words):
    assert opening_words(place, at) == words
    assert is_open(place, at) is words.startswith("Nu open")


def test_once_a_week_is_next_week_again(de_plons):
    hours = {1: NINE_TO_FIVE}
    place = keep_place(de_plons, Spot("Bad", "Weg 1", "7811 AB", "Emmen", hours), by=YARA, at=NOON)

    assert opening_words(place, on(TUESDAY, 18)) == "Nu dicht. Open dinsdag vanaf 09.00 uur"


def test_a_place_without_hours_says_nothing_about_them(de_plons):
    place = keep_place(de_plons, Spot("Bad", "Weg 1", "7811 AB", "Emmen", {}), by=YARA, at=NOON)

    assert opening_words(place, on(TUESDAY, 12)) == ""
    assert not is_open(place, on(TUESDAY, 12))


@pytest.mark.parametrize(
    ("metres", "words"),
    [
        (None, ""),
        (0, "minder dan 1 kilometer van huis"),
        (999.9, "minder dan 1 kilometer van huis"),
        (1_000, "ongeveer 1 kilometer van huis"),
        (1_499, "ongeveer 1 kilometer van huis"),
        (1_600, "ongeveer 2 kilometer van huis"),
    ],
)
def test_a_distance_is_in_whole_kilometres(metres, words):
    assert distance_words(metres) == words


def test_a_scale_is_in_metres_or_kilometres():
    assert (length_words(500), length_words(2_000)) == ("500 meter", "2 kilometer")


def test_north_is_up_and_east_is_right():
    south_west, north_east = Point(52.70, 6.80), Point(52.75, 6.90)
    plane = Plane.around([south_west, north_east])

    (left, below), (right, above) = plane.place(south_west), plane.place(north_east)

    assert left < right
    assert above < below


def test_a_kilometre_north_is_as_long_as_a_kilometre_east():
    plane = Plane.around([Point(52.70, 6.80), Point(52.80, 6.95)])
    corner = Point(52.75, 6.88)
    north, east = Point(52.75 + 1 / 111.195, 6.88), Point(52.75, 6.88 + 1 / 67.38)

    lengths = [dist(plane.place(corner), plane.place(each)) for each in (north, east)]

    assert lengths[0] == pytest.approx(lengths[1], abs=0.3)


def test_one_place_alone_stands_in_the_middle_of_a_neighbourhood():
    plane = Plane.around([Point(52.75, 6.88)])

    assert plane.place(Point(52.75, 6.88)) == (SIZE / 2, SIZE / 2)
    assert plane.step < 1_000


def test_the_middle_is_where_most_are():
    emmen = [Point(52.79, 6.89), Point(52.78, 6.90)]

    assert busiest([Point(51.96, 5.42), *emmen]) == emmen[0]


def test_twenty_numbers_on_one_spot_do_not_cover_each_other():
    spots = apart([(180.0, 180.0)] * 20, taken=[(180.0, 180.0)])

    assert all(dist(one, other) >= 32 for one, other in combinations([*spots, (180, 180)], 2))
    assert all(16 <= each <= SIZE - 16 for spot in spots for each in spot)


def test_a_number_with_room_stands_on_its_own_point():
    assert apart([(50.0, 50.0), (200.0, 90.0)]) == [(50.0, 50.0), (200.0, 90.0)]


def test_a_town_is_named_once_and_not_over_another():
    spots = [("Emmen", (100.0, 100.0)), ("Emmen", (140.0, 100.0)), ("Emmer", (121.0, 102.0))]

    labels = town_labels(spots, [spot for _town, spot in spots])

    assert [town for town, _spot in labels].count("Emmen") == 1
    assert len({spot for _town, spot in labels}) == len(labels)
