"""An event is kept from the resident on a ground of the law, by two people, until a day."""

from datetime import timedelta

import pytest

from plein.inbox import event_words as said
from plein.inbox.actions.hiding import (
    HasLegalEffect,
    IsDecided,
    IsProposed,
    NotThisLong,
    TwoPeople,
    agree_to_hiding,
    propose_hiding,
    refuse_hiding,
)
from plein.inbox.models import Topic
from plein.inbox.models.events import HidingGround
from plein.inbox.showing import events_for_resident
from plein.inbox.timeline import tell
from tests.cast import NOON, TODAY

UNTIL = TODAY + timedelta(days=30)


@pytest.fixture
def event(fatima, sam):
    topic = Topic.objects.create(resident=fatima)
    return tell(said.CASE_HANDLER, topic, by=sam.actor, at=NOON, team="Team Minima")


@pytest.fixture
def propose(event, sam):
    def propose(until=UNTIL, *, tells_nothing=False, of=event):
        return propose_hiding(
            of, HidingGround.DANGER, until, tells_nothing=tells_nothing, by=sam, at=NOON
        )

    return propose


def shown(event, day=TODAY):
    events, tells = events_for_resident(event.topic, day)
    return event in events, tells


def test_it_is_seen_until_a_second_person_agrees(propose, event, femke):
    hiding = propose()
    assert shown(event) == (True, False)

    agree_to_hiding(hiding, by=femke, at=NOON)

    assert shown(event) == (False, True)
    assert shown(event, UNTIL - timedelta(days=1)) == (False, True)
    assert shown(event, UNTIL) == (True, False)


def test_only_the_ground_itself_keeps_quiet_that_something_is_withheld(propose, event, femke):
    agree_to_hiding(propose(tells_nothing=True), by=femke, at=NOON)

    assert shown(event) == (False, False)


def test_who_proposed_it_does_not_decide(propose, event, sam):
    hiding = propose()

    for decide in (agree_to_hiding, refuse_hiding):
        with pytest.raises(TwoPeople):
            decide(hiding, by=sam, at=NOON)


def test_what_was_refused_is_seen_and_can_be_proposed_again(propose, event, femke):
    hiding = propose()
    refuse_hiding(hiding, by=femke, at=NOON)
    with pytest.raises(IsDecided):
        agree_to_hiding(hiding, by=femke, at=NOON)

    assert shown(event) == (True, False)
    assert propose()
    with pytest.raises(IsProposed):
        propose()


def test_after_its_day_it_can_be_proposed_anew_and_is_not_agreed_to_any_more(
    propose, event, femke, sam
):
    late = NOON + timedelta(days=30)
    hiding = propose()
    with pytest.raises(NotThisLong):
        agree_to_hiding(hiding, by=femke, at=late)

    again = propose_hiding(
        event,
        HidingGround.DANGER,
        UNTIL + timedelta(days=30),
        tells_nothing=False,
        by=sam,
        at=late,
    )

    assert agree_to_hiding(again, by=femke, at=late).agreed_by == femke


@pytest.mark.parametrize("days", [0, -1, 93])
def test_it_lasts_at_most_three_months(propose, days):
    with pytest.raises(NotThisLong):
        propose(TODAY + timedelta(days=days))


@pytest.mark.parametrize("name", [said.CASE_DECIDED, said.CASE_EXTENDED])
def test_what_has_legal_effect_is_never_withheld(propose, event, sam, name):
    other = tell(name, event.topic, by=sam.actor, at=NOON, day="1-1-2027")

    with pytest.raises(HasLegalEffect):
        propose(of=other)
