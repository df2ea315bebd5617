"""Who has income that changes is asked for it, kindly and by day; and nothing stops by itself."""

from datetime import UTC, date, datetime, timedelta

import pytest

from plein.delivery.models import Delivery, DeliveryState, Way
from plein.delivery.notices import Notice
from plein.identity.actions import know_resident
from plein.identity.gate import SealedText, read_sealed
from plein.inbox.models import ReminderState, Task, TaskState
from plein.inbox.task_words import TASK, words_from
from plein.kernel.bsn import Bsn
from plein.kernel.clock import local_day
from plein.payments.actions.awarding import end
from plein.payments.actions.telling import tell_income
from plein.payments.known import WHY
from plein.payments.living import Income
from plein.payments.models import AskedStatement
from plein.workflows.asking_statements import ask_for_calls, ask_for_statements
from tests.cast import BSN_OF, NOON, TESTS
from tests.payments.conftest import (  # noqa: F401 - fixtures of the payments
    NOVEMBER,
    award_of,
    calculated,
    katja,
    new_award,
    noor,
    paid,
)

FIRST = datetime(2026, 12, 1, 5, 0, tzinfo=UTC)


def night(at):
    day = local_day(at)
    return ask_for_statements(day, at=at), ask_for_calls(day, at=at)


@pytest.fixture
def asks(award_of):
    """Katja, whose income changes; of October it is known."""
    return award_of(asks_statement=True)


def test_on_the_first_it_is_asked_until_a_day_and_twice_reminded(asks):
    assert night(FIRST) == (1, 0)

    asked = AskedStatement.objects.get()
    assert (asked.month, asked.task.due_on) == (NOVEMBER, date(2026, 12, 8))
    days = list(asked.task.reminders.order_by("on").values_list("on", flat=True))
    assert days == [date(2026, 12, 4), date(2026, 12, 9)]


def test_the_words_say_that_nothing_stops_in_each_language(asks):
    night(FIRST)

    task = Task.objects.get()
    text = SealedText(task.pk, TASK, task.words_sealed)
    (opened,) = read_sealed(asks.resident, [text], purpose=WHY, by=TESTS, at=NOON)
    words = words_from(opened)
    assert words.title == "Geef uw inkomen over november door"
    assert "stopt nooit vanzelf" in words.why
    assert set(words.languages) == {"en", "ar", "uk"}
    assert len({words.title, *(each["title"] for each in words.languages.values())}) == 4
    assert not task.has_consequence


def test_a_second_night_asks_nothing_twice(asks):
    night(FIRST)

    assert night(FIRST + timedelta(days=1)) == (0, 0)
    assert Task.objects.count() == 1


def test_who_is_asked_later_has_a_week(asks):
    night(FIRST + timedelta(days=19))

    assert Task.objects.get().due_on == date(2026, 12, 27)


@pytest.mark.parametrize("why", ["does not change", "told", "not begun", "ended", "provisional"])
def test_nobody_is_asked_for_nothing(why, award_of, noor):
    starts = {"not begun": date(2026, 12, 1), "ended": date(2026, 9, 1)}.get(why, NOVEMBER)
    made = award_of(
        asks_statement=why != "does not change",
        starts_on=starts,
        is_provisional=why == "provisional",
    )
    if why == "told":
        tell_income(made, NOVEMBER, Income(), by=made.resident.actor, at=FIRST)
    if why == "ended":
        end(made, on=NOVEMBER, reason="werk", by=noor, at=NOON)

    assert night(FIRST) == (0, 0)


def test_when_it_is_told_the_task_is_done_and_nobody_reminds(asks):
    night(FIRST)

    tell_income(asks, NOVEMBER, Income(wage=1_000), by=asks.resident.actor, at=FIRST)

    task = Task.objects.get()
    assert task.state == TaskState.APPROVED
    assert not task.reminders.filter(state=ReminderState.PLANNED).exists()


def test_six_days_after_the_last_one_staff_are_asked_to_call_once(asks):
    night(FIRST)

    assert night(datetime(2026, 12, 14, 5, 0, tzinfo=UTC)) == (0, 0)
    assert night(datetime(2026, 12, 15, 5, 0, tzinfo=UTC)) == (0, 1)
    assert night(datetime(2026, 12, 16, 5, 0, tzinfo=UTC)) == (0, 0)
    call = AskedStatement.objects.get().call
    assert (call.way, call.state, call.notice) == (Way.HAND, DeliveryState.BY_HAND, Notice.REMINDER)
    assert call in Delivery.objects.by_hand()


def test_nobody_calls_any_more_when_it_is_told_after_all(asks):
    night(FIRST)
    later = datetime(2026, 12, 20, 5, 0, tzinfo=UTC)
    night(later)

    tell_income(asks, NOVEMBER, Income(), by=asks.resident.actor, at=later)

    assert AskedStatement.objects.get().call.state == DeliveryState.LAPSED
    assert not Delivery.objects.by_hand().exists()


def test_a_form_that_never_comes_stops_no_payment(asks, paid):
    night(FIRST)
    night(datetime(2026, 12, 20, 5, 0, tzinfo=UTC))

    line = paid(at=datetime(2026, 12, 21, 8, 0, tzinfo=UTC), pay_on=date(2026, 12, 24)).lines.get()

    assert "geen opgave" in line.flags
    assert line.pays == 134_849


def test_asking_many_is_a_few_questions_each(award_of, django_assert_max_num_queries):
    for number, name in enumerate(("fatima", "jan", "katja")):
        resident = know_resident(Bsn(BSN_OF[name]), by=TESTS, at=NOON)
        award_of(resident=resident, number=f"E-{number}", asks_statement=True)

    with django_assert_max_num_queries(3 + 3 * 28):
        assert night(FIRST) == (3, 0)
