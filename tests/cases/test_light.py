"""The stoplicht says whose turn it is; it cannot be talked into another colour."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from plein.cases.light import CaseState, Dot, Item, light_of, worst_of
from plein.journeys.phases import CLOSED, OPEN, Phase

TODAY = date(2026, 11, 24)
PAPER = Item(UUID(int=1), "Stuur uw loonstrook", consequence="Dan beslissen wij zonder.")


def due(days, **changes):
    return replace(PAPER, due_on=TODAY + timedelta(days=days), **changes)


def case(*items, **changes):
    return CaseState(Phase.IN_REVIEW, items, **changes)


def test_without_anything_to_do_it_is_green_and_says_when_we_answer():
    light = light_of(case(decide_before=date(2026, 12, 28)), TODAY)

    assert (light.dot, light.by, light.is_your_turn) == (Dot.GREEN, date(2026, 12, 28), False)


def test_an_open_item_is_orange_until_three_days_before_and_red_from_two():
    assert light_of(case(due(3)), TODAY).dot is Dot.ORANGE
    assert light_of(case(due(2)), TODAY).dot is Dot.RED


def test_what_has_no_consequence_turns_red_only_when_it_is_late():
    assert light_of(case(due(0, consequence="")), TODAY).dot is Dot.ORANGE
    assert light_of(case(due(-1, consequence="")), TODAY).dot is Dot.RED


def test_an_item_without_a_day_is_orange():
    assert light_of(case(PAPER), TODAY).dot is Dot.ORANGE


def test_the_most_urgent_item_is_named_and_all_are_counted():
    light = light_of(case(due(9), due(1, title="Kies een dag"), PAPER), TODAY)

    assert (light.item.title, light.open_items) == ("Kies een dag", 3)


def test_who_said_that_it_does_not_work_out_waits_for_us():
    light = light_of(case(due(-3, waits_for_us=True)), TODAY)

    assert (light.dot, light.is_your_turn) == (Dot.GREEN, False)


def test_our_own_lateness_is_said_and_never_red():
    light = light_of(case(decide_before=TODAY - timedelta(days=1)), TODAY)

    assert (light.dot, light.we_are_late) == (Dot.GREEN, True)
    assert not light_of(case(decide_before=TODAY), TODAY).we_are_late


def test_what_is_closed_has_no_light():
    for phase in CLOSED:
        assert light_of(CaseState(phase, [due(-3)]), TODAY).dot is None


def test_a_source_that_failed_has_no_light_and_does_not_count():
    unknown = light_of(case(due(-3), is_fresh=False), TODAY)

    assert (unknown.dot, unknown.is_known) == (None, False)
    assert worst_of([unknown]) is None
    assert worst_of([unknown, light_of(case(), TODAY)]).dot is Dot.GREEN


def test_a_dossier_has_the_light_of_its_worst_case_and_counts_all_items():
    lights = [light_of(case(due(9), due(10)), TODAY), light_of(case(due(1)), TODAY)]

    worst = worst_of(lights)

    assert (worst.dot, worst.open_items) == (Dot.RED, 3)


days = st.dates(date(2026, 1, 1), date(2027, 12, 31))
items = st.builds(
    Item,
    id=st.uuids(),
    title=st.just("Stuur uw loonstrook"),
    due_on=st.none() | days,
    consequence=st.sampled_from(["", "Dan stopt uw uitkering."]),
    waits_for_us=st.booleans(),
)
cases = st.builds(
    CaseState,
    phase=st.sampled_from(sorted(OPEN)),
    items=st.lists(items, max_size=5),
    decide_before=st.none() | days,
)


@given(cases, items, days)
def test_one_more_item_never_makes_it_better(state, item, day):
    more = replace(state, items=[*state.items, item])

    assert light_of(more, day).dot >= light_of(state, day).dot


@given(cases, days)
def test_who_finished_everything_is_green(state, day):
    assert light_of(replace(state, items=[]), day).dot is Dot.GREEN


@given(cases, days, st.integers(1, 400))
def test_time_alone_never_moves_it_towards_green(state, day, later):
    then = day + timedelta(days=later)

    assert light_of(state, then).dot >= light_of(state, day).dot


@given(cases, days)
def test_the_same_case_has_the_same_light(state, day):
    assert light_of(state, day) == light_of(state, day)


@given(st.lists(cases, min_size=1, max_size=4), days)
def test_a_dossier_is_never_better_than_one_of_its_cases(states, day):
    lights = [light_of(state, day) for state in states]

    assert worst_of(lights).dot == max(light.dot for light in lights)


def test_a_signature_of_the_partner_is_waited_for_and_changes_no_colour():
    by = TODAY + timedelta(days=14)

    for items in ((), (due(9),), (due(1),), (due(-1, waits_for_us=True),)):
        light = light_of(case(*items, signature_by=by), TODAY)
        assert replace(light, signature_by=None) == light_of(case(*items), TODAY)
        assert worst_of([light]).signature_by == by


def test_what_is_closed_waits_for_no_signature():
    for phase in CLOSED:
        assert light_of(CaseState(phase, signature_by=TODAY), TODAY).signature_by is None
