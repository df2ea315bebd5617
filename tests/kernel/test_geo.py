"""How far one point is from another."""

import pytest

from plein.kernel.geo import Point

EMMEN, COEVORDEN = Point(52.7868, 6.8967), Point(52.6610, 6.7410)


def test_it_is_as_far_there_as_back():
    assert EMMEN.metres_to(COEVORDEN) == pytest.approx(COEVORDEN.metres_to(EMMEN))
    assert EMMEN.metres_to(EMMEN) == 0


def test_emmen_is_about_seventeen_kilometres_from_coevorden():
    assert EMMEN.metres_to(COEVORDEN) == pytest.approx(17_500, abs=200)


def test_a_coarse_point_is_in_the_same_block():
    assert 0 < Point(52.78684, 6.89676).metres_to(Point(52.78684, 6.89676).coarse()) < 70


@pytest.mark.parametrize(
    ("point", "is_here"),
    [
        (EMMEN, True),
        (Point(50.0, 3.0), True),
        (Point(49.99, 5.0), False),
        (Point(54.01, 5.0), False),
        (Point(52.0, 8.01), False),
        (Point(12.1, -68.9), False),  # Curaçao
    ],
)
def test_only_the_european_netherlands_is_here(point: Point, is_here: bool):
    assert point.is_here is is_here
