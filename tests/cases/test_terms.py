"""The term to decide, recomputed from what happened."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plein.cases.terms import TermEvent, TermKind, term_of

pytestmark = pytest.mark.long
FILED = date(2026, 11, 2)
BEGUN = TermEvent(TermKind.BEGUN, FILED, 56)


def on(kind, day, days=0):
    return TermEvent(kind, FILED + timedelta(days=day), days)


def test_eight_weeks_end_with_their_last_day():
    assert term_of([BEGUN]).last_day == date(2026, 12, 28)


def test_while_it_waits_for_the_resident_no_day_goes_by():
    term = term_of([BEGUN, on(TermKind.SUSPENDED, 10), on(TermKind.RESUMED, 17)])

    assert term.last_day == date(2027, 1, 4)
    assert (term.is_running, term.days_suspended) == (True, 7)


def test_a_suspended_term_moves_along_with_the_days():
    term = term_of([BEGUN, on(TermKind.SUSPENDED, 10)])

    assert not term.is_running
    assert term.last_day_seen_on(FILED + timedelta(days=13)) == date(2026, 12, 31)


def test_an_extension_adds_its_days():
    assert term_of([BEGUN, on(TermKind.EXTENDED, 50, 28)]).last_day == date(2027, 1, 25)


def test_asking_twice_and_completing_twice_counts_once():
    once = [BEGUN, on(TermKind.SUSPENDED, 3), on(TermKind.RESUMED, 5)]
    twice = [
        BEGUN,
        on(TermKind.SUSPENDED, 3),
        on(TermKind.SUSPENDED, 4),
        on(TermKind.RESUMED, 5),
        on(TermKind.RESUMED, 9),
    ]

    assert term_of(twice) == term_of(once)


def test_a_last_day_in_the_weekend_moves_to_monday_where_that_is_asked():
    saturday = TermEvent(TermKind.BEGUN, date(2026, 11, 7), 0)
    sunday = TermEvent(TermKind.BEGUN, date(2026, 11, 8), 0)

    for begun in (saturday, sunday):
        assert term_of([begun], to_working_day=True).last_day == date(2026, 11, 9)
    assert term_of([saturday]).last_day == date(2026, 11, 7)


def test_what_is_opened_again_has_a_term_of_its_own():
    again = TermEvent(TermKind.BEGUN, FILED + timedelta(days=100), 42)

    term = term_of([BEGUN, on(TermKind.EXTENDED, 20, 28), on(TermKind.SUSPENDED, 30), again])

    assert (term.last_day, term.is_running) == (again.on + timedelta(days=42), True)


@st.composite
def histories(draw):
    """Whatever may happen to a term, in the order of the days."""
    events, day = [BEGUN], 0
    for kind in draw(st.lists(st.sampled_from(list(TermKind)[1:]), max_size=12)):
        day += draw(st.integers(0, 30))
        days = draw(st.integers(1, 42)) if kind is TermKind.EXTENDED else 0
        events.append(on(kind, day, days))
    return events


@settings(max_examples=10_000, deadline=None)
@given(histories())
def test_the_term_is_its_length_plus_what_was_waited_and_added(events):
    """Counted here day by day, the slow way."""
    waiting, waited = set(), set()
    for event in events[1:]:
        if event.kind is TermKind.SUSPENDED:
            waiting.add(event.on) if not waiting else None
        elif event.kind is TermKind.RESUMED and waiting:
            since = waiting.pop()
            waited |= {since + timedelta(days=each) for each in range((event.on - since).days)}
    added = sum(event.days for event in events if event.kind is TermKind.EXTENDED)

    term = term_of(events)

    assert term.last_day == FILED + timedelta(days=56 + added + len(waited))
    assert term.is_running == (not waiting)


@given(histories())
def test_the_same_history_gives_the_same_term(events):
    assert term_of(events) == term_of(list(events))
