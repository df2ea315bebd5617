"""Fatima and Sam talk: whose turn it is, said once, sealed, never changed; read, and by whom."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction

from plein.audit.actions import Purpose
from plein.identity.gate import read_sealed
from plein.identity.models import Role
from plein.identity.roles import RIGHTS, Right
from plein.inbox import event_words as said
from plein.inbox.actions.forgetting import forget_signals
from plein.inbox.actions.talking import (
    AlreadyClosed,
    NothingSaid,
    NotYours,
    SameTeam,
    answer,
    ask,
    close_talk,
    general_conversation,
    hand_over,
    mark_read,
)
from plein.inbox.models import Contribution, Conversation, ReadMark, Signal, TalkState
from plein.inbox.talk_words import sealed_text
from plein.tenants.scope import within
from tests.cast import NOON, TESTS

LATER = NOON + timedelta(hours=1)


@pytest.fixture
def talk(fatima):
    return general_conversation(fatima, at=NOON)


def asks(talk, fatima, words="Wanneer krijg ik antwoord?", *, key=None, at=NOON, **more):
    return ask(talk, words, key=key or uuid4(), by=fatima.actor, at=at, **more)


def answers(talk, sam, words="Morgen.", *, key=None, at=LATER, **more):
    return answer(talk, words, key=key or uuid4(), by=sam, at=at, **more)


def state_of(talk):
    talk.refresh_from_db()
    return TalkState(talk.state)


def events(talk):
    return list(talk.topic.events.order_by("at", "id").values_list("name", flat=True))


def test_the_turn_goes_from_us_to_the_resident_and_back(talk, fatima, sam):
    asks(talk, fatima)
    assert state_of(talk) == TalkState.OPEN
    answers(talk, sam)
    assert state_of(talk) == TalkState.WAITS_FOR_RESIDENT
    asks(talk, fatima, "Dank u. Hoe laat?")
    assert state_of(talk) == TalkState.WAITS_FOR_TEAM
    close_talk(talk, by=sam, at=LATER)
    assert state_of(talk) == TalkState.CLOSED
    asks(talk, fatima, "Nog iets.")
    assert state_of(talk) == TalkState.OPEN


def test_each_act_stands_on_the_timeline_with_team_and_function(talk, fatima, sam):
    asks(talk, fatima)
    answers(talk, sam)

    assert events(talk) == [said.TALK_ASKED, said.TALK_ANSWERED]
    last = talk.topic.events.get(name=said.TALK_ANSWERED)
    assert (last.team, last.function) == ("Team Minima", "consulent")


def test_we_wait_since_the_first_thing_that_was_not_answered(talk, fatima, sam):
    asks(talk, fatima)
    asks(talk, fatima, "Bent u daar?", at=LATER)
    talk.refresh_from_db()
    assert talk.waiting_since == NOON

    answers(talk, sam)

    talk.refresh_from_db()
    assert talk.waiting_since is None
    assert not Conversation.objects.waiting().exists()


def test_who_answers_has_the_conversation(talk, fatima, sam):
    asks(talk, fatima)
    answers(talk, sam)

    talk.refresh_from_db()
    assert (talk.team, talk.handler) == ("Team Minima", sam)


def test_handed_over_it_is_of_the_other_team_and_the_resident_reads_why(talk, fatima, sam):
    asks(talk, fatima)
    hand_over(talk, "Team Inkomen", "Dit gaat over uw uitkering.", key=uuid4(), by=sam, at=LATER)

    talk.refresh_from_db()
    assert (talk.team, talk.handler, talk.waiting_since) == ("Team Inkomen", None, NOON)
    assert talk.topic.events.get(name=said.TALK_HANDED_OVER).details == {"team": "Team Inkomen"}
    assert talk.contributions.last().to_team == "Team Inkomen"


@pytest.mark.parametrize("words", ["", "  \n "])
def test_nothing_is_not_sent(talk, fatima, sam, words):
    with pytest.raises(NothingSaid):
        asks(talk, fatima, words)
    with pytest.raises(NothingSaid):
        answers(talk, sam, words)
    with pytest.raises(NothingSaid):
        hand_over(talk, "Team Inkomen", words, key=uuid4(), by=sam, at=NOON)
    assert not Contribution.objects.exists()


def test_what_is_closed_is_not_closed_again_nor_handed_over(talk, fatima, sam):
    asks(talk, fatima)
    close_talk(talk, by=sam, at=LATER)

    with pytest.raises(AlreadyClosed):
        close_talk(talk, by=sam, at=LATER)
    with pytest.raises(AlreadyClosed):
        hand_over(talk, "Team Inkomen", "Zo.", key=uuid4(), by=sam, at=LATER)


def test_a_team_does_not_hand_over_to_itself(talk, fatima, sam):
    asks(talk, fatima)
    answers(talk, sam)

    with pytest.raises(SameTeam):
        hand_over(talk, "Team Minima", "Zo.", key=uuid4(), by=sam, at=LATER)


def test_the_same_click_twice_says_it_once(talk, fatima, sam):
    key = uuid4()
    assert asks(talk, fatima, key=key) == asks(talk, fatima, key=key)
    key = uuid4()
    assert answers(talk, sam, key=key) == answers(talk, sam, key=key)

    assert Contribution.objects.count() == 2
    assert len(events(talk)) == 2


def test_two_clicks_at_once_answer_once(at_once, fatima, sam):
    talk, key = general_conversation(fatima, at=NOON), uuid4()
    asks(talk, fatima)

    at_once([lambda: answers(talk, sam, key=key)] * 4)

    assert Contribution.objects.count() == 2


def test_two_first_questions_at_once_make_one_conversation(at_once, fatima):
    at_once([lambda: asks(general_conversation(fatima, at=NOON), fatima)] * 4)

    assert Conversation.objects.count() == 1
    assert sorted(Contribution.objects.values_list("number", flat=True)) == [1, 2, 3, 4]


def test_a_mistake_is_put_right_by_a_following_contribution(talk, fatima, sam):
    asks(talk, fatima)
    wrong = answers(talk, sam, "Op dinsdag.")
    right = answers(talk, sam, "Op donderdag.", corrects=wrong.pk)

    assert wrong.corrected_by == right
    with pytest.raises(NotYours):
        answers(talk, sam, "Op vrijdag.", corrects=wrong.pk)
    with pytest.raises(NotYours):
        asks(talk, fatima, "Op zondag.", corrects=right.pk)


def test_what_was_said_is_never_changed_nor_removed(talk, fatima):
    asks(talk, fatima)

    for change in (
        lambda: Contribution.objects.update(at=LATER),
        lambda: Contribution.objects.all().delete(),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_what_was_said_is_sealed_and_opening_it_leaves_a_line(talk, fatima):
    contribution = asks(talk, fatima, "Ik heb schulden.")
    with connection.cursor() as cursor:
        cursor.execute("SELECT t::text FROM inbox_contribution t")
        assert b"schulden".hex() not in str(cursor.fetchall())

    why = Purpose("test", "test")
    opened = read_sealed(fatima, [sealed_text(contribution)], purpose=why, by=TESTS, at=NOON)

    assert opened == ["Ik heb schulden."]


def test_it_is_read_at_the_moment_of_the_first_reading(talk, fatima, sam):
    asks(talk, fatima)
    mark_read(talk, by=sam.actor, at=NOON)
    mark_read(talk, by=sam.actor, at=LATER)

    mark = ReadMark.objects.get()
    assert (mark.number, mark.at) == (1, NOON)


def test_new_is_what_we_said_and_the_resident_did_not_see(talk, fatima, sam):
    asks(talk, fatima)
    assert not Conversation.objects.unread_by(fatima).exists()

    answers(talk, sam)
    assert Conversation.objects.unread_by(fatima).get() == talk

    mark_read(talk, by=fatima.actor, at=LATER)
    assert not Conversation.objects.unread_by(fatima).exists()


def test_every_act_and_every_reading_gives_a_signal_for_its_resident(talk, fatima, sam):
    asks(talk, fatima)
    answers(talk, sam)
    mark_read(talk, by=fatima.actor, at=LATER)

    assert set(Signal.objects.values_list("resident", "topic")) == {(fatima.pk, talk.topic_id)}
    assert Signal.objects.count() == 3


def test_after_a_day_the_signals_are_forgotten(talk, fatima):
    asks(talk, fatima)

    assert forget_signals(at=NOON + timedelta(days=1)) == 0
    assert forget_signals(at=NOON + timedelta(days=1, seconds=1)) == 1


def test_buren_sees_nothing_of_it(talk, fatima, buren):
    asks(talk, fatima)

    with within(buren):
        for model in (Conversation, Contribution, ReadMark, Signal):
            assert not model.objects.exists()
            assert not model._base_manager.exists()


def test_who_may_answer_is_consulent_or_balie():
    assert {role for role, rights in RIGHTS.items() if Right.ANSWER_TALKS in rights} == {
        Role.CONSULENT,
        Role.DESK,
    }
