"""What can be followed, whether decisions come in time, and how long they take."""

from datetime import timedelta

import pytest

from plein.cases.actions.deciding import decide
from plein.cases.actions.moving import take_up, wait_for_resident
from plein.cases.coverage import how_it_goes, percent_followed, services
from plein.regelingen.library import journeys
from plein.tenants.scope import within
from tests.cases.conftest import KEY
from tests.cast import NOON, TODAY


def going(day=TODAY):
    return next(each for each in how_it_goes(day) if each.service.followed_by == KEY)


def test_every_case_type_that_we_have_is_a_service():
    assert set(journeys()) <= {each.followed_by for each in services()}


def test_what_is_published_can_be_followed_and_stands_on_top(case_type):
    every = how_it_goes(TODAY)

    assert [each.service.followed_by for each in every if each.is_followed] == [KEY]
    assert every[0].is_followed
    assert percent_followed(every) == 100 // len(services())


def test_nothing_is_followed_before_anything_is_published(emmen):
    assert percent_followed(how_it_goes(TODAY)) == 0


def test_what_runs_waits_or_is_late_is_counted(case, sam, ask):
    assert (going().running, going().waiting, going().late) == (1, 0, 0)
    assert going(TODAY + timedelta(days=56)).late == 0
    assert going(TODAY + timedelta(days=57)).late == 1

    take_up(case, by=sam, at=NOON)
    ask()
    wait_for_resident(case, by=sam.actor, at=NOON)

    assert going().waiting == 1
    assert going(TODAY + timedelta(days=57)).late == 0


@pytest.mark.parametrize(("days", "in_time"), [(56, 1), (57, 0)])
def test_a_decision_on_the_last_day_is_in_time(case, sam, days, in_time):
    at = NOON + timedelta(days=days)
    take_up(case, by=sam, at=NOON)
    decide(case, "toegekend", "Uw inkomen is laag.", by=sam, at=at)

    found = going(TODAY + timedelta(days=days))

    assert (found.decided, found.in_time, found.days, found.running) == (1, in_time, days, 0)
    assert going(TODAY + timedelta(days=days + 365)).decided == 0


def test_another_municipality_counts_its_own(case, buren):
    with within(buren):
        assert all(each.running == 0 and not each.is_followed for each in how_it_goes(TODAY))


def test_it_takes_three_queries(case, django_assert_num_queries):
    with django_assert_num_queries(3):
        how_it_goes(TODAY)
