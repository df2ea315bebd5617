"""An appointment is chosen, moved and given up; and nobody sits in a place of somebody else."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from plein.appointments.actions.again import cancel_and_offer
from plein.appointments.actions.choosing import (
    HasPassed,
    IsFull,
    NotPossibleNow,
    TooLateToChange,
    WhyNeeded,
    cancel,
    change_time,
    choose,
    close,
)
from plein.appointments.actions.offering import IsOffered, NotForAsking, ask_for, offer
from plein.appointments.actions.planning import NeverOpen, NotInThisWay, NotThisLong, make_slots
from plein.appointments.calendar import appointment_file
from plein.appointments.models import Appointment, ClosedDay, Slot
from plein.appointments.states import MOVES, State, Way
from plein.delivery.models import Delivery
from plein.delivery.notices import Notice
from plein.inbox import event_words as said
from plein.inbox.models import Task, TaskState, Topic
from plein.kernel.clock import AMSTERDAM
from plein.kernel.refusal import Refusal
from plein.tenants.scope import within
from tests.cast import NOON, TESTS, TODAY


def local(slot):
    return slot.start.astimezone(AMSTERDAM)


def test_times_lie_within_the_hours_and_are_made_once(slots):
    made = slots()

    assert {(local(each).weekday(), local(each).hour) for each in made} == {(1, 9)}
    assert len(made) == len(slots()) == 4


def test_on_a_closed_day_nobody_is_there(slots, emmen):
    (tuesday,) = {local(each).date() for each in slots(days=8)}
    Slot.objects.all().delete()
    ClosedDay.objects.create(day=tuesday, why="Feestdag")

    with pytest.raises(NeverOpen):
        slots(days=8)


def test_an_hour_stays_an_hour_when_the_clock_changes(talk, town_hall):
    """On 28 March 2027 the clock goes forward."""
    make_slots(
        talk,
        town_hall,
        Way.PLACE,
        first=date(2027, 3, 22),
        last=date(2027, 4, 2),
        capacity=1,
        by=TESTS,
        at=NOON,
    )

    assert [local(each).hour for each in Slot.objects.order_by("start")] == [9, 9, 9, 9]
    assert all(each.end - each.start == timedelta(minutes=30) for each in Slot.objects.all())


@pytest.mark.parametrize(
    ("way", "days", "refusal"),
    [(Way.VIDEO, 7, NotInThisWay), (Way.PLACE, 93, NotThisLong), (Way.PLACE, 0, NotThisLong)],
)
def test_what_cannot_be_planned_is_refused(talk, town_hall, way, days, refusal):
    with pytest.raises(refusal):
        make_slots(
            talk,
            town_hall,
            way,
            first=TODAY,
            last=TODAY + timedelta(days=days - 1),
            capacity=1,
            by=TESTS,
            at=NOON,
        )


def test_a_chosen_time_ends_the_task_and_the_resident_reads_it(offered, slots, fatima):
    slot = slots()[0]

    chosen = choose(offered, slot, by=fatima.actor, at=NOON)

    assert (chosen.state, chosen.slot, chosen.seat) == (State.CONFIRMED, slot, 1)
    assert Task.objects.get().state == TaskState.APPROVED
    assert chosen.topic.events.filter(name=said.APPOINTMENT_MADE).count() == 1
    assert choose(chosen, slot, by=fatima.actor, at=NOON) == chosen


def test_what_is_offered_is_offered_once(offered, talk, sam):
    with pytest.raises(IsOffered):
        offer(talk, offered.topic, why="", due_on=None, by=sam.actor, at=NOON)


def test_a_time_that_has_begun_is_not_given_any_more(offered, slots, fatima):
    slot = slots()[0]

    with pytest.raises(HasPassed):
        choose(offered, slot, by=fatima.actor, at=slot.start)


def test_after_the_last_place_a_time_is_full(talk, slots, fatima):
    slot, *_rest = slots(capacity=2)
    for _number in range(2):
        other = Appointment.objects.create(
            kind=talk, topic=Topic.objects.create(resident=fatima), offered_at=NOON
        )
        choose(other, slot, by=fatima.actor, at=NOON)
    assert slot not in Slot.objects.free()
    third = Appointment.objects.create(
        kind=talk, topic=Topic.objects.create(resident=fatima), offered_at=NOON
    )

    with pytest.raises(IsFull):
        choose(third, slot, by=fatima.actor, at=NOON)


def waiting_for_a_time(talk, fatima, count):
    return [
        Appointment.objects.create(
            kind=talk, topic=Topic.objects.create(resident=fatima), offered_at=NOON
        )
        for _number in range(count)
    ]


def test_eight_who_come_at_once_get_three_places(at_once, talk, slots, fatima):
    slot, *_rest = slots(capacity=3)
    everybody = waiting_for_a_time(talk, fatima, 8)

    done = at_once(
        [lambda one=one: choose(one, slot, by=fatima.actor, at=NOON) for one in everybody]
    )

    assert sum(isinstance(each, Refusal) for each in done) == 5
    assert sorted(Appointment.objects.filter(slot=slot).values_list("seat", flat=True)) == [1, 2, 3]


def test_the_database_itself_refuses_two_in_one_place(talk, slots, fatima):
    slot, *_rest = slots()
    one, other = waiting_for_a_time(talk, fatima, 2)
    choose(one, slot, by=fatima.actor, at=NOON)
    other.slot, other.seat, other.state = slot, 1, State.CONFIRMED

    with pytest.raises(IntegrityError, match="appointments_seat_once"):
        other.save()


def test_a_moved_appointment_frees_its_old_place(offered, slots, fatima):
    first, second, *_rest = slots()
    chosen = choose(offered, first, by=fatima.actor, at=NOON)

    moved = change_time(chosen, second, by=fatima.actor, at=NOON)

    assert Appointment.objects.get(pk=chosen.pk).state == State.MOVED
    assert (moved.slot, moved.moved_from) == (second, chosen)
    assert first in Slot.objects.free()


def test_until_a_day_before_a_resident_changes_it_alone(offered, slots, fatima, sam):
    first, second, *_rest = slots()
    chosen = choose(offered, first, by=fatima.actor, at=NOON)
    last = first.start - timedelta(hours=24)
    assert chosen.can_be_changed_at(last)
    late = last + timedelta(seconds=1)

    for change in (
        lambda: change_time(chosen, second, by=fatima.actor, at=late),
        lambda: cancel(chosen, "", by=fatima.actor, at=late),
    ):
        with pytest.raises(TooLateToChange):
            change()
    assert change_time(chosen, second, by=sam.actor, at=late).slot == second


def test_we_say_why_it_is_off_and_offer_another_time(offered, slots, fatima, sam):
    chosen = choose(offered, slots()[0], by=fatima.actor, at=NOON)
    with pytest.raises(WhyNeeded):
        cancel(chosen, " ", by=sam.actor, at=NOON)

    again = cancel_and_offer(chosen, "Wij zijn ziek.", due_on=None, by=sam.actor, at=NOON)

    assert Appointment.objects.get(pk=chosen.pk).why == "Wij zijn ziek."
    assert (again.state, again.task.state) == (State.PROPOSED, TaskState.OPEN)


def test_what_was_offered_and_given_up_waits_for_nothing(offered, fatima):
    cancel(offered, "", by=fatima.actor, at=NOON)

    assert Task.objects.get().state == TaskState.DROPPED


def test_whether_somebody_came_is_said_after_it_began(offered, slots, fatima, sam):
    chosen = choose(offered, slots()[0], by=fatima.actor, at=NOON)
    with pytest.raises(NotPossibleNow):
        close(chosen, State.HELD, by=sam.actor, at=chosen.slot.start - timedelta(seconds=1))

    assert close(chosen, State.MISSED, by=sam.actor, at=chosen.slot.start).state == State.MISSED


@pytest.mark.parametrize("state", list(State))
def test_it_moves_only_along_the_table(offered, slots, fatima, sam, state):
    slot = slots()[0]
    Appointment.objects.filter(pk=offered.pk).update(state=state, slot=slot, seat=1)

    if State.CANCELLED in MOVES[state]:
        assert cancel(offered, "Ziek", by=sam.actor, at=NOON)
    else:
        with pytest.raises(NotPossibleNow):
            cancel(offered, "Ziek", by=sam.actor, at=NOON)


def test_a_resident_asks_only_for_what_is_open_to_all(talk, fatima):
    with pytest.raises(NotForAsking):
        ask_for(talk, fatima, at=NOON)
    talk.can_be_asked = True

    asked = ask_for(talk, fatima, at=NOON)

    assert ask_for(talk, fatima, at=NOON) == asked


def test_another_municipality_has_times_of_its_own(slots, buren):
    slots()

    with within(buren):
        assert not Slot.objects.exists()


def entry(appointment):
    content = appointment_file(appointment, host="emmen.example", phone="14 0591", at=NOON)
    calendar = Calendar.from_ical(content)
    assert [each["TZID"] for each in calendar.walk("VTIMEZONE")] == ["Europe/Amsterdam"]
    (event,) = calendar.walk("VEVENT")
    return calendar, event


def test_a_calendar_changes_one_entry_and_takes_it_out_again(offered, slots, fatima):
    first, second, *_rest = slots()
    chosen = choose(offered, first, by=fatima.actor, at=NOON)
    _calendar, before = entry(chosen)
    moved = change_time(chosen, second, by=fatima.actor, at=NOON)
    _calendar, after = entry(moved)
    calendar, off = entry(cancel(moved, "", by=fatima.actor, at=NOON))

    assert before["UID"] == after["UID"] == off["UID"]
    assert [each["SEQUENCE"] for each in (before, after, off)] == [0, 1, 2]
    assert before.decoded("dtstart") == first.start
    assert (off["STATUS"], calendar["METHOD"]) == ("CANCELLED", "CANCEL")


@given(st.lists(st.sampled_from(list(State)), max_size=8))
def test_nothing_comes_back_from_where_it_ended(states):
    """Along the table an appointment never leaves an end."""
    here = State.PROPOSED
    for state in states:
        if state in MOVES[here]:
            here = state
    ended = {State.MOVED, State.CANCELLED, State.HELD, State.MISSED}
    assert here not in ended or not MOVES[here]


def test_word_goes_out_of_what_we_change_and_not_of_what_the_resident_does(
    offered, slots, fatima, sam
):
    first, second, third, *_rest = slots()
    chosen = choose(offered, first, by=fatima.actor, at=NOON)
    moved = change_time(chosen, second, by=fatima.actor, at=NOON)
    words = Delivery.objects.filter(notice=Notice.APPOINTMENT)
    assert not words.exists()

    change_time(moved, third, by=sam.actor, at=NOON)

    assert words.count() == 1
