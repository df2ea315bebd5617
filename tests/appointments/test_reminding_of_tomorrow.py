"""The day before an appointment whoever comes is told: once, by day, and not when it is off."""

from datetime import timedelta

import pytest

from plein.appointments.actions.choosing import cancel, change_time, choose
from plein.appointments.actions.reminding import remind_of_tomorrow
from plein.delivery.actions.contacts import accept_address, choose_way
from plein.delivery.models import Delivery, DeliveryState, Way
from plein.delivery.notices import Notice, subject_of
from plein.inbox.actions.reminding import remind
from plein.inbox.actions.tasks import set_task
from plein.inbox.models import TaskKind
from plein.inbox.task_words import TaskWords
from plein.jobs.schedule import NIGHTLY
from plein.kernel.clock import local_day, start_of
from tests.cast import NOON, TESTS
from tests.delivery.conftest import ADDRESS, deliver_at

NIGHT = timedelta(minutes=5)


@pytest.fixture
def appointment(fatima, offered, slots):
    accept_address(fatima, ADDRESS, by=TESTS, at=NOON)
    return choose(offered, slots()[0], by=fatima.actor, at=NOON)


@pytest.fixture
def day_before(appointment):
    return local_day(appointment.slot.start) - timedelta(days=1)


def told(day):
    return remind_of_tomorrow(day, at=start_of(day) + NIGHT)


def word():
    return Delivery.objects.get(notice=Notice.TOMORROW)


def test_it_waits_for_the_morning_of_the_day_before(appointment, day_before):
    assert told(day_before) == 1

    delivery = deliver_at(word(), start_of(day_before) + NIGHT)

    assert delivery.state == DeliveryState.PLANNED
    assert delivery.planned_for == start_of(day_before) + timedelta(hours=8)
    assert deliver_at(delivery, delivery.planned_for).state == DeliveryState.DELIVERED
    assert subject_of(Notice.TOMORROW, "", None) == "Uw gemeente: u hebt morgen een afspraak"


@pytest.mark.parametrize("days", [-1, 1])
def test_on_another_day_nobody_is_told(appointment, day_before, days):
    assert told(day_before + timedelta(days=days)) == 0


def test_a_second_night_tells_nothing_new(appointment, day_before):
    told(day_before)
    told(day_before)

    assert Delivery.objects.filter(notice=Notice.TOMORROW).count() == 1


def test_who_wants_no_reminders_gets_none(fatima, appointment, day_before):
    choose_way(fatima, Way.MAIL, wants_reminders=False, by=TESTS, at=NOON)

    assert told(day_before) == 0


def test_an_appointment_that_is_off_is_not_told_of(fatima, appointment, day_before):
    told(day_before)

    cancel(appointment, "", by=fatima.actor, at=NOON)

    assert word().state == DeliveryState.LAPSED


def test_nor_one_at_another_time(fatima, appointment, day_before, slots):
    told(day_before)

    change_time(appointment, slots()[-1], by=fatima.actor, at=NOON)

    assert word().state == DeliveryState.LAPSED


def test_other_reminders_wait_a_day_so_that_nobody_gets_two(fatima, sam, appointment, day_before):
    due = day_before + timedelta(days=1)
    set_task(
        appointment.topic,
        TaskKind.QUESTION,
        TaskWords("Bel uw huisbaas"),
        due_on=due,
        needs_review=False,
        by=sam.actor,
        at=NOON,
    )
    told(day_before)

    assert remind(fatima, at=start_of(day_before) + timedelta(hours=9)) is None
    assert remind(fatima, at=start_of(day_before) + timedelta(hours=33)) is not None


def test_each_night_it_comes_before_the_other_reminders():
    names = list(NIGHTLY)

    assert names.index("afspraken van morgen") < names.index("herinneringen klaarzetten")
