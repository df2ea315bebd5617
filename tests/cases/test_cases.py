"""An aanvraag on its way: received, looked at, waiting, decided; each step with its event."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction

from plein.cases.actions.deciding import SomethingIsOpen, close, decide
from plein.cases.actions.moving import (
    AlreadyExtended,
    MoveNotAllowed,
    NothingToWaitFor,
    WhyNeeded,
    extend,
    go_on_when_complete,
    reopen,
    take_up,
    wait_for_resident,
    withdraw,
)
from plein.cases.actions.opening import AlreadyRunning, ReceivedLater, open_case
from plein.cases.actions.publishing import publish_case_type
from plein.cases.models import Case, CaseType, Dossier
from plein.cases.terms import term_of
from plein.inbox import event_words as said
from plein.inbox.actions.tasks import approve_hand_in, hand_in
from plein.inbox.event_words import EVENT_WORDS
from plein.inbox.models import Channel, Event
from plein.journeys.phases import MOVES, Phase
from plein.journeys.problems import DeclarationDoesNotFit
from plein.journeys.reading import check_journey
from plein.regelingen.library import journeys
from plein.tenants.scope import within
from tests.cases.conftest import KEY
from tests.cast import NOON, TESTS, TODAY
from tests.in_dutch import in_dutch

LATER = NOON + timedelta(days=10)


def events(case):
    return list(case.topic.events.order_by("at", "id").values_list("name", flat=True))


def fresh(case):
    return Case.objects.get(pk=case.pk)


def test_an_aanvraag_gets_a_number_a_term_and_a_line_for_the_resident(case):
    assert case.phase == Phase.RECEIVED
    assert case.last_day == TODAY + timedelta(days=56)
    assert len(case.number) == 8
    assert events(case) == [said.CASE_RECEIVED]


def test_paper_counts_from_its_stamp(fatima, case_type, sam):
    stamp = TODAY - timedelta(days=6)

    case = open_case(
        fatima, case_type, by=sam.actor, at=NOON, channel=Channel.POST, received_on=stamp
    )

    assert (case.received_on, case.last_day) == (stamp, stamp + timedelta(days=56))
    assert case.topic.events.get().channel == Channel.POST


def test_paper_that_comes_in_tomorrow_is_refused(fatima, case_type):
    with pytest.raises(ReceivedLater):
        open_case(fatima, case_type, by=TESTS, at=NOON, received_on=TODAY + timedelta(days=1))


def test_the_same_cannot_be_asked_twice_while_it_runs(case, fatima, case_type):
    with pytest.raises(AlreadyRunning):
        open_case(fatima, case_type, by=fatima.actor, at=NOON)

    withdraw(case, by=fatima.actor, at=NOON)
    assert open_case(fatima, case_type, by=fatima.actor, at=LATER).dossier_id == case.dossier_id


def test_who_takes_it_up_is_its_handler(case, sam):
    take_up(case, by=sam, at=NOON)

    assert (fresh(case).handler, fresh(case).phase) == (sam, Phase.IN_REVIEW)
    assert said.CASE_HANDLER in events(case)


def test_nobody_waits_for_nothing(case, sam):
    take_up(case, by=sam, at=NOON)

    with pytest.raises(NothingToWaitFor):
        wait_for_resident(case, by=sam.actor, at=NOON)


def test_while_it_waits_for_the_resident_the_term_stands_still(case, sam, ask, fatima):
    take_up(case, by=sam, at=NOON)
    task = ask()
    wait_for_resident(case, by=sam.actor, at=NOON)

    hand_in(task, "Hier is hij.", by=fatima.actor, at=LATER)
    case = go_on_when_complete(case, at=LATER)

    assert case.phase == Phase.IN_REVIEW
    assert case.last_day == TODAY + timedelta(days=56 + 10)
    assert term_of(row.event for row in case.term_rows.order_by("number")).last_day == case.last_day


def test_of_two_papers_the_first_one_is_not_enough_to_go_on(case, sam, ask, fatima):
    take_up(case, by=sam, at=NOON)
    first, _second = ask(), ask("Stuur een bankafschrift")
    wait_for_resident(case, by=sam.actor, at=NOON)

    hand_in(first, "Hier.", by=fatima.actor, at=LATER)

    assert go_on_when_complete(case, at=LATER).phase == Phase.WAITING_RESIDENT


def test_the_term_is_extended_once_and_with_a_reason(case, sam):
    with pytest.raises(WhyNeeded):
        extend(case, " ", by=sam.actor, at=NOON)

    extend(case, "Wij wachten op het UWV.", by=sam.actor, at=NOON)

    assert fresh(case).last_day == TODAY + timedelta(days=56 + 28)
    with pytest.raises(AlreadyExtended):
        extend(case, "Nog een keer.", by=sam.actor, at=LATER)


def test_a_decision_says_why_and_until_when_somebody_can_object(case, sam):
    take_up(case, by=sam, at=NOON)

    decision = decide(case, "toegekend", "Uw inkomen is al 3 jaar laag.", by=sam, at=LATER)

    assert decision.object_until == TODAY + timedelta(days=10 + 42)
    assert decision.can_object_on(decision.object_until)
    assert not decision.can_object_on(decision.object_until + timedelta(days=1))
    assert fresh(case).phase == Phase.DECIDED


def test_nothing_is_decided_while_something_is_open(case, sam, ask, fatima):
    take_up(case, by=sam, at=NOON)
    task = ask()
    with pytest.raises(SomethingIsOpen):
        decide(case, "toegekend", "Ja.", by=sam, at=NOON)

    hand_in(task, "Hier.", by=fatima.actor, at=NOON)
    approve_hand_in(task, by=sam.actor, at=NOON)

    assert decide(case, "toegekend", "Ja.", by=sam, at=NOON).result == "toegekend"


def test_a_decision_without_a_reason_is_refused(case, sam):
    take_up(case, by=sam, at=NOON)

    with pytest.raises(WhyNeeded):
        decide(case, "afgewezen", "  ", by=sam, at=NOON)


def test_who_withdraws_has_nothing_left_to_do(case, sam, ask, fatima):
    task = ask()

    withdraw(case, by=fatima.actor, at=NOON)

    task.refresh_from_db()
    assert (fresh(case).phase, task.state) == (Phase.WITHDRAWN, "vervallen")


def test_after_the_decision_nobody_can_withdraw(case, sam, fatima):
    take_up(case, by=sam, at=NOON)
    decide(case, "afgewezen", "Uw inkomen is te hoog.", by=sam, at=NOON)

    with pytest.raises(MoveNotAllowed):
        withdraw(case, by=fatima.actor, at=NOON)


def test_what_is_done_can_be_opened_again_with_a_reason(case, sam):
    take_up(case, by=sam, at=NOON)
    decide(case, "afgewezen", "Uw inkomen is te hoog.", by=sam, at=NOON)
    close(case, by=sam, at=NOON)

    reopen(case, "De inwoner maakte bezwaar.", by=sam.actor, at=LATER)
    take_up(case, by=sam, at=LATER)

    assert fresh(case).phase == Phase.IN_REVIEW
    assert fresh(case).last_day == LATER.date() + timedelta(days=56)
    extend(case, "Wij vragen een arts om advies.", by=sam.actor, at=LATER)
    assert fresh(case).last_day == LATER.date() + timedelta(days=56 + 28)


@pytest.mark.parametrize("phase", list(Phase))
def test_a_case_moves_only_along_the_table(case, sam, gkb, phase):
    """A decision is asked of a case in each phase: only the table says whether it may be taken."""
    waits_for = gkb if phase is Phase.WAITING_OTHER else None
    Case.objects.filter(pk=case.pk).update(phase=phase, waits_for=waits_for)

    if Phase.DECIDED in MOVES[phase]:
        assert decide(case, "toegekend", "Ja.", by=sam, at=NOON)
    else:
        with pytest.raises(MoveNotAllowed):
            decide(case, "toegekend", "Ja.", by=sam, at=NOON)


def test_the_timeline_is_never_changed(case):
    with pytest.raises(DatabaseError), transaction.atomic():
        Event.objects.filter(topic=case.topic).update(name=said.CASE_CLOSED)


def test_every_event_has_words():
    names = {value for key, value in vars(said).items() if key.isupper() and "." in value}

    assert names == set(EVENT_WORDS)


def test_another_municipality_sees_nothing_of_it(case, buren):
    with within(buren):
        assert not Case.objects.exists()
        assert not Dossier.objects.exists()
        assert not Event.objects.exists()


def test_two_clicks_at_once_make_one_case(at_once, fatima, case_type):
    def click():
        return open_case(fatima, case_type, by=fatima.actor, at=NOON)

    results = at_once([click] * 4)

    assert Case.objects.count() == 1
    assert sum(isinstance(each, AlreadyRunning) for each in results) == 3


def test_the_same_document_is_published_once(case_type):
    again = publish_case_type(KEY, journeys()[KEY], by=TESTS, at=LATER)
    other = publish_case_type(KEY, journeys()[KEY] | {"may_extend": 42}, by=TESTS, at=LATER)

    assert (again.pk, other.version) == (case_type.pk, 2)
    assert CaseType.objects.count() == 2


@pytest.mark.parametrize("key", sorted(journeys()))
def test_every_case_type_of_a_regeling_fits(key):
    document = check_journey(journeys()[key])

    assert document.decide_within <= 56
    assert all(len(step.resident.split()) <= 12 for step in document.stations)


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"decide_within": "acht weken"}, "decide_within"),
        ({"stations": []}, "'stations' is leeg"),
        ({"kleur": "rood"}, "kleur"),
        ({"on_moving_away": "vervalt"}, "'vervalt' kan niet bij 'on_moving_away'"),
        ({"results": [{"key": "ja"}]}, "'resident' ontbreekt"),
    ],
)
def test_a_document_that_does_not_fit_is_refused_by_place(change, word):
    with pytest.raises(DeclarationDoesNotFit, match=word):
        check_journey(in_dutch(KEY) | change)


def test_a_day_in_the_past_cannot_be_given(ask):
    assert ask(days=0).due_on == date(2026, 11, 24)
