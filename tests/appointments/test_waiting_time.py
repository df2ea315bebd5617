"""How long people waited: the middle of the last weeks, and nothing below ten."""

from datetime import timedelta
from uuid import uuid4

import pytest

from plein.appointments.models import CallBack, CallState
from plein.appointments.waiting import LEAST, LOOKED_BACK, Waited, usually_waited
from plein.inbox.actions.talking import answer, ask, general_conversation, hand_over
from plein.inbox.models import Topic
from plein.tenants.scope import within
from tests.cast import NOON

HOUR = timedelta(hours=1)
NOW = NOON + 2 * timedelta(days=7)


def helped_by_phone(resident, hours, *, closed_at=NOW, state=CallState.CALLED):
    return CallBack.objects.create(
        topic=Topic.objects.create(resident=resident),
        phone_sealed=b"x",
        subject_sealed=b"x",
        state=state,
        asked_at=closed_at - hours * HOUR,
        call_by=closed_at.date(),
        closed_at=closed_at,
    )


def answered(resident, sam, hours, *, at=NOON):
    talk = general_conversation(resident, at=at)
    ask(talk, "Een vraag", key=uuid4(), by=resident.actor, at=at)
    answer(talk, "Een antwoord", key=uuid4(), by=sam, at=at + hours * HOUR)


def test_nine_calls_say_nothing_and_ten_do(fatima):
    for hours in range(1, LEAST):
        helped_by_phone(fatima, hours)
    assert usually_waited(NOW) == Waited(None, None)

    helped_by_phone(fatima, 100)
    assert usually_waited(NOW).for_a_call == 5.5 * HOUR


def test_nine_answers_say_nothing_and_ten_do(fatima, sam, django_assert_num_queries):
    for turn in range(LEAST - 1):
        answered(fatima, sam, 3, at=NOON + turn * 10 * HOUR)
    assert usually_waited(NOW).for_an_answer is None

    answered(fatima, sam, 3, at=NOON + 200 * HOUR)
    with django_assert_num_queries(1):
        assert usually_waited(NOW) == Waited(3 * HOUR, None)


def test_what_is_answered_counts_from_the_oldest_that_waited(fatima, sam):
    for turn in range(LEAST):
        start = NOON + turn * 20 * HOUR
        talk = general_conversation(fatima, at=start)
        ask(talk, "Een vraag", key=uuid4(), by=fatima.actor, at=start)
        hand_over(talk, f"Team {turn}", "Zij weten dit.", key=uuid4(), by=sam, at=start + HOUR)
        ask(talk, "Nog iets", key=uuid4(), by=fatima.actor, at=start + 2 * HOUR)
        answer(talk, "Een antwoord", key=uuid4(), by=sam, at=start + 6 * HOUR)
        answer(talk, "En nog iets", key=uuid4(), by=sam, at=start + 7 * HOUR)

    assert usually_waited(NOW).for_an_answer == 6 * HOUR


def test_only_the_last_weeks_count(fatima):
    for _turn in range(LEAST):
        helped_by_phone(fatima, 2, closed_at=NOW - LOOKED_BACK - HOUR)

    assert usually_waited(NOW).for_a_call is None


@pytest.mark.parametrize("state", [CallState.UNREACHED, CallState.WITHDRAWN])
def test_who_was_not_spoken_does_not_count(fatima, state):
    for _turn in range(LEAST):
        helped_by_phone(fatima, 2, state=state)

    assert usually_waited(NOW).for_a_call is None


def test_another_municipality_does_not_count(fatima, buren):
    for _turn in range(LEAST):
        helped_by_phone(fatima, 2)

    with within(buren):
        assert usually_waited(NOW) == Waited(None, None)
