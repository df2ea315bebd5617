"""A handful of walks comes by everything that a journey declares."""

import pytest

from plein.journeys.reading import check_journey, check_journey_file
from tests.journeys.conftest import AROUND
from tests.journeys.routes import FILES, MOST, goals, name_of, reached, walks


@pytest.mark.parametrize("file", FILES, ids=name_of)
def test_a_few_walks_come_by_every_step_question_and_turn(file):
    journey = check_journey_file(file)
    intake = journey.intake

    found = walks(journey, intake)

    assert len(found) <= MOST
    comes_by = frozenset().union(*(reached(journey, intake, each) for each in found))
    assert comes_by == goals(journey, intake)


def test_a_turn_that_nobody_can_take_is_told(small):
    small["steps"][2]["when"] = 'woonsituatie == "alleen" and woonsituatie == "samen"'
    journey = check_journey(AROUND | {"intake": small})

    with pytest.raises(AssertionError, match=r"nobody ever comes by .*partner"):
        walks(journey, journey.intake)
