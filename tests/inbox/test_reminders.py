"""Reminders: never after the goal, never twice, never at night, one a day."""

from collections import Counter
from datetime import date, timedelta

import pytest
from django.core import mail
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plein.cases.actions.moving import withdraw
from plein.delivery.actions.contacts import choose_way
from plein.delivery.models import ContactPolicy, Delivery, DeliveryState, Way
from plein.delivery.notices import Notice
from plein.delivery.quiet import is_quiet
from plein.inbox.actions.reminding import remind
from plein.inbox.actions.tasks import (
    answer_obstacle,
    approve_hand_in,
    ask_more,
    drop_task,
    hand_in,
    report_obstacle,
)
from plein.inbox.ladder import rungs
from plein.inbox.models import Reminder, ReminderState, TaskState
from plein.inbox.sending_reminders import queue_reminders
from plein.kernel.clock import local_day
from plein.kernel.refusal import Refusal
from plein.tenants.scope import within
from tests.cases.conftest import *  # noqa: F403
from tests.cast import NOON, TODAY
from tests.delivery.conftest import deliver_at, mailed  # noqa: F401

DAY = timedelta(days=1)


def days_of(task, state=ReminderState.PLANNED):
    rows = task.reminders.filter(state=state).order_by("on").values_list("on", flat=True)
    return [(on - TODAY).days for on in rows]


def test_the_ladder_is_fourteen_three_and_one_before_and_one_after():
    due = date(2026, 12, 20)

    found = rungs(due, (-14, -3, -1, 1), after=date(2026, 12, 6))

    assert found == [date(2026, 12, 17), date(2026, 12, 19), date(2026, 12, 21)]
    assert rungs(None, (-1,), after=due) == []


def test_reminders_are_planned_with_the_task_by_the_policy_of_its_kind(ask):
    assert days_of(ask(days=20)) == [6, 17, 19, 21]

    ContactPolicy.objects.create(ladder=[-5])
    assert days_of(ask(days=20)) == [15]
    ContactPolicy.objects.create(kind="papier", ladder=[-2])
    assert days_of(ask(days=20)) == [18]


@pytest.mark.parametrize(
    "goal",
    [
        lambda task, case, by: hand_in(task, "Hier", by=by, at=NOON),
        lambda task, case, by: report_obstacle(task, "Ik kan dit niet", by=by, at=NOON),
        lambda task, case, by: drop_task(task, by=by, at=NOON),
        lambda task, case, by: withdraw(case, by=by, at=NOON),
    ],
)
def test_every_goal_stops_them_at_once(ask, case, fatima, goal):
    task = ask(days=20)

    goal(task, case, fatima.actor)

    assert days_of(task) == []
    assert days_of(task, ReminderState.LAPSED) == [6, 17, 19, 21]


def test_a_goal_that_is_undone_leaves_them(ask, fatima):
    task = ask(days=20)

    with transaction.atomic():
        hand_in(task, "Hier", by=fatima.actor, at=NOON)
        transaction.set_rollback(True)

    assert days_of(task) == [6, 17, 19, 21]


def test_what_does_not_work_freezes_them_until_staff_give_a_new_day(ask, fatima, sam):
    task = ask(days=20)
    report_obstacle(task, "", by=fatima.actor, at=NOON)

    answer_obstacle(task, due_on=TODAY + 30 * DAY, by=sam.actor, at=NOON)

    assert days_of(task) == [16, 27, 29, 31]


def test_all_that_is_due_goes_in_one_mail_a_day(ask, mailed):
    first, second = ask(days=20), ask(days=9)

    delivery = remind(mailed, at=NOON + 6 * DAY)

    assert {each.task for each in delivery.reminders.all()} == {first, second}
    assert remind(mailed, at=NOON + 6 * DAY) is None
    deliver_at(delivery, NOON + 6 * DAY)
    assert mail.outbox[-1].subject.endswith("u moet nog iets doen (vóór of op 3 december)")


def test_nobody_is_reminded_at_night_and_it_is_not_lost(ask, mailed):
    ask(days=20)
    night = NOON + 6 * DAY + timedelta(hours=9)  # nine in the evening

    assert remind(mailed, at=night) is None
    assert remind(mailed, at=night + timedelta(hours=11)) is not None


def test_a_mail_that_waits_to_be_sent_again_stops_with_the_goal(ask, mailed):
    task, other = ask(days=20), ask(days=20)
    delivery = remind(mailed, at=NOON + 6 * DAY)

    hand_in(task, "Hier", by=mailed.actor, at=NOON + 6 * DAY)
    delivery.refresh_from_db()
    assert delivery.state == DeliveryState.PLANNED  # the other is still to do
    hand_in(other, "Hier", by=mailed.actor, at=NOON + 6 * DAY)

    assert deliver_at(delivery, NOON + 6 * DAY).state == DeliveryState.LAPSED
    assert mail.outbox == []


def test_staff_do_not_call_about_what_was_done_meanwhile(ask, fatima):
    task, other = ask(), ask()
    assert Delivery.objects.by_hand().count() == 2

    hand_in(task, "Hier", by=fatima.actor, at=NOON)

    left = Delivery.objects.by_hand().get()
    assert left.key == f"gebeurtenis:{other.events.get().pk}"


def test_who_wants_none_gets_none_and_still_gets_word_of_a_task(ask, mailed):
    choose_way(mailed, Way.MAIL, wants_reminders=False, by=mailed.actor, at=NOON)
    task = ask(days=20)

    assert remind(mailed, at=NOON + 6 * DAY) is None

    assert days_of(task, ReminderState.SUPPRESSED) == [6]
    assert Delivery.objects.filter(notice=Notice.TASK).count() == 1


def test_a_night_queues_one_job_a_resident_and_another_municipality_none(ask, buren):
    ask(days=20)
    ask(days=20)

    assert queue_reminders(TODAY + 5 * DAY, at=NOON) == 0
    assert queue_reminders(TODAY + 6 * DAY, at=NOON) == 1
    with within(buren):
        assert queue_reminders(TODAY + 6 * DAY, at=NOON) == 0


ACTS = st.sampled_from(["set", "hand in", "more", "obstacle", "answer", "drop", "good", "tick"])
HISTORIES = st.lists(
    st.tuples(ACTS, st.integers(0, 30), st.integers(1, 30)), min_size=3, max_size=12
)


@settings(
    max_examples=10,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(HISTORIES)
def test_whatever_happens_nobody_is_bothered(ask, mailed, sam, history):
    with transaction.atomic():
        play(ask, mailed, sam, history)
        transaction.set_rollback(True)


def play(ask, fatima, sam, history):
    tasks, at = [ask(days=16)], NOON
    for act, hours, days in history:
        at += timedelta(hours=hours)
        due_on, task = local_day(at) + days * DAY, tasks[-1]
        try:
            with transaction.atomic():
                do(act, task, tasks, ask, fatima, sam, due_on=due_on, days=days, at=at)
        except Refusal:
            pass
        at += days * DAY if act == "tick" else timedelta()
        remind(fatima, at=at)
        assert not Reminder.objects.planned().exclude(task__state=TaskState.OPEN).exists()

    sent = list(Delivery.objects.filter(notice=Notice.REMINDER))
    assert not any(is_quiet(each.planned_for) for each in sent)
    per_day = Counter(local_day(each.planned_for) for each in sent)
    assert all(number == 1 for number in per_day.values())
    rows = Reminder.objects.filter(state=ReminderState.SENT).values_list("task", "on")
    assert len(rows) == len(set(rows))


def do(act, task, tasks, ask, fatima, sam, *, due_on, days, at):
    match act:
        case "set":
            tasks.append(ask(days=days, at=at))
        case "hand in":
            hand_in(task, "Hier", by=fatima.actor, at=at)
        case "more":
            ask_more(task, "Nog een", due_on=due_on, by=sam.actor, at=at)
        case "obstacle":
            report_obstacle(task, "", by=fatima.actor, at=at)
        case "answer":
            answer_obstacle(task, due_on=due_on, by=sam.actor, at=at)
        case "drop":
            drop_task(task, by=sam.actor, at=at)
        case "good":
            approve_hand_in(task, by=sam.actor, at=at)
