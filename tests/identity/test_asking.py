"""A question about a look: asked once, answered once, in time."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from plein.audit.models import Act
from plein.identity.asking import AlreadyAnswered, answer_question, ask_about, open_question
from plein.identity.look_question import Kind, LookQuestion
from plein.kernel.actor import system
from tests.audit.conftest import look
from tests.cast import NOON, TODAY


@pytest.fixture
def sams(emmen, fatima, sam):
    """A look by Sam at Fatima."""
    return look(emmen, fatima.pk, by=sam.actor)


@pytest.fixture
def who(fatima, sams):
    return ask_about(sams, Kind.WHO, by=fatima, at=NOON)


def test_the_answer_is_due_in_five_working_days(who):
    assert (TODAY, who.due_on) == (date(2026, 11, 24), date(2026, 12, 1))
    assert not who.is_late_on(date(2026, 12, 1))
    assert who.is_late_on(date(2026, 12, 2))


def test_asking_twice_gives_the_first_question(fatima, sams, who):
    again = ask_about(sams, Kind.WHO, by=fatima, at=NOON + timedelta(days=1))

    assert (again.pk, again.due_on) == (who.pk, who.due_on)
    assert Act.objects.filter(name="identity.look_question.asked").count() == 1


def test_asking_something_else_is_another_question(fatima, sams, who):
    assert ask_about(sams, Kind.WHY, by=fatima, at=NOON).pk != who.pk


def test_two_clicks_at_once_are_one_question(committed, at_once, fatima, sams):
    asked = at_once([lambda: ask_about(sams, Kind.WHO, by=fatima, at=NOON)] * 6)

    assert len({question.pk for question in asked}) == 1


def test_opening_who_gives_the_name_and_is_an_act(who, femke):
    assert open_question(who, by=femke, at=NOON) == "Sam"

    act = Act.objects.get(name="identity.look_question.opened")
    assert (act.actor_id, act.object_id) == (str(femke.pk), str(who.pk))
    assert act.details == {"kind": "wie"}


def test_opening_another_question_gives_no_name(fatima, sams, femke):
    why = ask_about(sams, Kind.WHY, by=fatima, at=NOON)

    assert open_question(why, by=femke, at=NOON) == ""


def test_of_a_look_by_the_system_there_is_no_name(emmen, fatima, femke):
    line = look(emmen, fatima.pk, by=system("bevestiging van bestelling"))
    question = ask_about(line, Kind.WHO, by=fatima, at=NOON)

    assert open_question(question, by=femke, at=NOON) == ""


def test_somebody_who_left_has_no_name_here(who, sam, femke):
    sam.delete()

    assert open_question(who, by=femke, at=NOON) == ""


def test_a_question_is_answered_once(who, femke):
    answer_question(who, "Dat was Sam, van Team Minima.", by=femke, at=NOON)

    with pytest.raises(AlreadyAnswered):
        answer_question(who, "Toch niet.", by=femke, at=NOON)

    who.refresh_from_db()
    assert (who.answer, who.answered_by) == ("Dat was Sam, van Team Minima.", femke)
    assert not LookQuestion.objects.waiting().exists()
    assert not who.is_late_on(date(2027, 1, 1))


def test_an_answer_without_words_or_person_cannot_be_kept(who):
    with pytest.raises(IntegrityError), transaction.atomic():
        LookQuestion.objects.update(answered_at=NOON)


def test_what_waits_stands_with_the_first_due_first(emmen, fatima, sam):
    for days in (2, 0, 1):
        line = look(emmen, fatima.pk, by=sam.actor)
        ask_about(line, Kind.WHY, by=fatima, at=NOON + timedelta(days=days))

    due = [question.due_on.day for question in LookQuestion.objects.waiting()]

    assert due == [1, 2, 3]
