"""Fatima asks for a call: one at a time, by our next day, two tries, and then it is forgotten."""

from datetime import date, timedelta

import pytest

from plein.appointments.actions.calling_back import (
    AlreadyAsked,
    CallIsOver,
    ask_for_a_call,
    called,
    not_answered,
    sealed_parts,
    withdraw_call,
)
from plein.appointments.actions.forgetting import KEPT, forget_calls
from plein.appointments.models import CallBack, CallState, ClosedDay, DayPart
from plein.audit.actions import Purpose
from plein.audit.models import Look
from plein.identity.actions import know_resident
from plein.identity.gate import read_sealed
from plein.inbox import event_words as said
from plein.inbox.models import Page
from plein.kernel.bsn import Bsn
from plein.tenants.scope import within
from tests.cast import BSN_OF, NOON, TESTS, TODAY

A_DAY = timedelta(days=1)
FRIDAY = NOON + 3 * A_DAY
WHY = Purpose("om te testen", "AVG artikel 6")


def asked_by(resident, *, at=NOON, page=""):
    return ask_for_a_call(
        resident,
        "06 12345678",
        "Mijn bestelling",
        DayPart.MORNING,
        page=page,
        by=resident.actor,
        at=at,
    )


@pytest.fixture
def asked(fatima):
    return asked_by(fatima)


def told(callback):
    return [*callback.topic.events.order_by("at", "pk").values_list("name", flat=True)]


def test_we_call_on_the_next_working_day(asked):
    assert asked.call_by == TODAY + A_DAY
    assert asked.state == CallState.ASKED
    assert told(asked) == [said.CALL_ASKED]


def test_who_asks_on_friday_is_called_on_monday(fatima):
    assert asked_by(fatima, at=FRIDAY).call_by == date(2026, 11, 30)


def test_a_day_on_which_we_are_closed_is_no_day_of_ours(fatima):
    ClosedDay.objects.create(day=TODAY + A_DAY, why="Feestdag")

    assert asked_by(fatima).call_by == TODAY + 2 * A_DAY


def test_a_closed_day_of_another_municipality_changes_nothing_here(fatima, buren):
    with within(buren):
        ClosedDay.objects.create(day=TODAY + A_DAY, why="Feestdag")

    assert asked_by(fatima).call_by == TODAY + A_DAY


def test_the_number_and_the_subject_are_sealed_and_each_look_is_logged(asked, fatima, sam):
    before = Look.objects.count()

    opened = read_sealed(fatima, sealed_parts(asked), purpose=WHY, by=sam.actor, at=NOON)

    assert opened == ["06 12345678", "Mijn bestelling"]
    assert b"12345678" not in bytes(asked.phone_sealed)
    assert Look.objects.count() == before + 1
    assert Look.objects.latest("at", "sequence").elements == ["onderwerp", "telefoonnummer"]


def test_there_is_one_call_at_a_time(asked, fatima, sam):
    with pytest.raises(AlreadyAsked):
        asked_by(fatima)

    called(asked, by=sam, at=NOON)
    asked_by(fatima)
    assert CallBack.objects.count() == 2


def test_we_spoke_and_it_is_over(asked, sam):
    done = called(asked, by=sam, at=NOON + A_DAY)

    assert (done.state, done.closed_at, done.handler) == (CallState.CALLED, NOON + A_DAY, sam)
    assert told(asked)[-1] == said.CALL_MADE
    with pytest.raises(CallIsOver):
        not_answered(done, by=sam, at=NOON + A_DAY)


def test_without_an_answer_we_call_again_on_our_next_day_and_then_no_more(asked, sam):
    once = not_answered(asked, by=sam, at=FRIDAY)
    assert (once.state, once.call_by) == (CallState.MISSED, date(2026, 11, 30))
    assert once.closed_at is None

    twice = not_answered(once, by=sam, at=FRIDAY + 3 * A_DAY)
    assert (twice.state, twice.closed_at) == (CallState.UNREACHED, FRIDAY + 3 * A_DAY)
    assert told(asked) == [said.CALL_ASKED, said.CALL_MISSED, said.CALL_UNREACHED]


def test_the_second_try_can_be_answered(asked, sam):
    once = not_answered(asked, by=sam, at=NOON)

    assert called(once, by=sam, at=NOON).state == CallState.CALLED


def test_the_resident_withdraws_it_also_after_a_first_try_but_not_after_it_is_over(
    asked, fatima, sam
):
    once = not_answered(asked, by=sam, at=NOON + A_DAY / 2)
    gone = withdraw_call(once, by=fatima.actor, at=NOON + A_DAY)

    assert gone.state == CallState.WITHDRAWN
    assert told(asked)[-1] == said.CALL_WITHDRAWN
    with pytest.raises(CallIsOver):
        called(gone, by=sam, at=NOON)


def test_it_is_late_the_day_after_our_promise(asked):
    assert not asked.is_late_on(asked.call_by)
    assert asked.is_late_on(asked.call_by + A_DAY)


def test_a_call_that_is_over_is_never_late(asked, sam):
    assert not called(asked, by=sam, at=NOON).is_late_on(asked.call_by + 30 * A_DAY)


def test_number_subject_and_page_are_erased_fourteen_days_after_it_is_over(fatima, sam):
    asked = asked_by(fatima, page=Page.ORDERS)
    called(asked, by=sam, at=NOON)

    assert forget_calls(by=TESTS, at=NOON + KEPT - timedelta(seconds=1)) == 0
    assert forget_calls(by=TESTS, at=NOON + KEPT) == 1
    asked.refresh_from_db()
    assert (bytes(asked.phone_sealed), bytes(asked.subject_sealed), asked.page) == (b"", b"", "")
    assert sealed_parts(asked) == []
    assert forget_calls(by=TESTS, at=NOON + KEPT + A_DAY) == 0


def test_what_still_waits_is_not_forgotten(asked):
    assert forget_calls(by=TESTS, at=NOON + 365 * A_DAY) == 0


def test_the_first_promised_is_on_top_of_the_list(fatima):
    katja = know_resident(Bsn(BSN_OF["katja"]), by=TESTS, at=NOON)
    later = asked_by(katja, at=NOON + A_DAY)
    first = asked_by(fatima, at=NOON)

    assert [*CallBack.objects.waiting()] == [first, later]


def test_another_municipality_sees_no_call_of_ours(asked, buren):
    with within(buren):
        assert not CallBack.objects.exists()
