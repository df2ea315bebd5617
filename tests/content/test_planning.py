"""Moet, mag and kan: every text of turning 18 says which, and fits its law and its journey."""

import pytest

from plein.content.eighteen import EVENT
from plein.content.library import items
from plein.content.planning import Weight, plan_of, plans
from plein.regelingen.library import journeys


def test_every_text_of_turning_18_says_whether_it_must():
    of_it = {key for key, item in items().items() if EVENT in item.life_events}

    assert set(plans()[EVENT]) == of_it


def test_a_plan_is_of_a_text_that_is_there():
    assert plans().keys() == {EVENT}
    assert all(key in items() for event in plans().values() for key in event)


@pytest.mark.parametrize("key", list(plans()[EVENT]))
def test_a_task_is_of_the_journey_and_a_last_day_comes_after_the_first(key):
    plan, item = plans()[EVENT][key], items()[key]
    tasks = {task["key"] for task in journeys()["achttien_worden"]["tasks"]}

    assert plan.task is None or plan.task in tasks
    assert plan.latest is None or plan.latest >= item.life_events[EVENT].days


def test_an_event_of_which_nobody_said_it_has_no_plan():
    assert plan_of("verhuizen", "adres-doorgeven") is None
    assert plan_of(EVENT, "zorgverzekering-18").weight is Weight.MUST
