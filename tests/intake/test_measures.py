"""How a journey is filled in: Wim sees where people stop, and never who."""

from datetime import timedelta

import pytest

from plein.identity.actions import know_resident
from plein.intake.actions.filing import file
from plein.intake.actions.filling_in import begin, drop, keep_answers
from plein.intake.answers import Answers
from plein.intake.measures import figures, step_figures
from plein.intake.models import StepTime
from plein.kernel.bsn import Bsn
from plein.tenants.scope import within
from tests.cases.conftest import *  # noqa: F403
from tests.cast import NOON, TESTS, TODAY
from tests.intake.answering import WHOLE

SINCE = TODAY - timedelta(days=30)
MINUTE = timedelta(minutes=1)


def people(count):
    """So many residents, with numbers that pass the test of eleven."""
    numbers = (number for number in range(100_000_009, 200_000_000, 3) if passes(f"{number}"))
    return [know_resident(Bsn(str(next(numbers))), by=TESTS, at=NOON) for _ in range(count)]


def passes(number):
    weights = [9, 8, 7, 6, 5, 4, 3, 2, -1]
    total = sum(int(digit) * weight for digit, weight in zip(number, weights, strict=True))
    return total % 11 == 0


@pytest.fixture
def twelve(case_type):
    return [(each, begin(each, case_type, by=each.actor, at=NOON)) for each in people(12)]


def fill_in(each, draft, answers=WHOLE, *, step="slot", minutes=4):
    at = NOON + minutes * MINUTE
    return keep_answers(draft, answers, step=step, by=each.actor, at=at)


def test_what_was_sent_is_counted_with_what_was_asked_and_known(twelve):
    for each, draft in twelve:
        file(fill_in(each, draft), by=each.actor, at=NOON + 5 * MINUTE)

    (found,) = figures(SINCE, at=NOON)

    assert (found.begun, found.parts["sent"], found.decided) == (12, 12, 0)
    assert (found.asked, found.known, found.minutes) == (5, 3, 4)


def test_where_people_stop_is_seen_and_a_small_group_is_not(twelve, case_type):
    for each, draft in twelve[:11]:
        drop(fill_in(each, draft, Answers(), step="wonen"), by=each.actor, at=NOON)

    (found,) = figures(SINCE, at=NOON)
    steps = {
        each.title: each for each in step_figures(case_type.key, case_type.read, SINCE, at=NOON)
    }

    assert (found.begun, found.parts["stopped"], found.parts["busy"]) == (12, None, None)
    assert steps["Met wie u woont"].left == 11
    assert steps["Met wie u woont"].minutes == 4


def test_fewer_than_ten_say_nothing(case_type):
    for each in people(9):
        begin(each, case_type, by=each.actor, at=NOON)

    (found,) = figures(SINCE, at=NOON)

    assert (found.begun, found.parts["busy"]) == (None, None)


def test_what_lies_still_for_two_weeks_is_paused(twelve):
    (found,) = figures(SINCE, at=NOON + timedelta(days=14, seconds=1))

    assert found.parts["paused"] == 12


def test_a_pause_does_not_count_as_being_busy(fatima, case_type):
    draft = begin(fatima, case_type, by=fatima.actor, at=NOON)
    draft = fill_in(fatima, draft, minutes=4)
    draft = fill_in(fatima, draft, minutes=120)
    fill_in(fatima, draft, minutes=121)

    assert StepTime.objects.get().seconds == 5 * 60


def test_another_municipality_sees_nothing_of_it(twelve, buren):
    with within(buren):
        assert figures(SINCE, at=NOON) == []
