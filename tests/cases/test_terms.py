"""The term to decide, recomputed from what happened."""

from datetime import date, timedelta
from itertools import product
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from plein.cases.terms import TermEvent, TermKind, term_of

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


def history(happened):
    """Each with the days that went by before it, and the days that an extension adds."""
    events, day = [BEGUN], 0
    for kind, after, days in happened:
        day += after
        events.append(on(kind, day, days if kind is TermKind.EXTENDED else 0))
    return events


HAPPENS = list(TermKind)[1:]
histories = st.lists(
    st.tuples(st.sampled_from(HAPPENS), st.integers(0, 30), st.integers(1, 42)), max_size=12
).map(history)


def every_order():
    """All 9,841 orders of up to eight things that happen, each time on the same days."""
    chance = Random(4_13)
    for count in range(9):
        for kinds in product(HAPPENS, repeat=count):
            yield history((kind, chance.randint(0, 30), chance.randint(1, 42)) for kind in kinds)


def assert_counted(events):
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


def test_in_every_order_the_term_is_its_length_plus_what_was_waited_and_added():
    for events in every_order():
        assert_counted(events)


@settings(max_examples=500, deadline=None)
@given(histories)
def test_the_term_is_its_length_plus_what_was_waited_and_added(events):
    assert_counted(events)


@given(histories)
def test_the_same_history_gives_the_same_term(events):
    assert term_of(events) == term_of(list(events))
