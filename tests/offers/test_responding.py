"""A resident responds, or does not; what they share, who opens it, and when it is gone."""

from datetime import timedelta

import pytest

from plein.audit.models import Look
from plein.inbox.event_words import OFFER_SUGGESTED, words_of
from plein.offers.actions.closing import close_offer, forget_responses
from plein.offers.actions.following_up import (
    CannotBecome,
    NoPlaceLeft,
    open_response,
    set_state,
)
from plein.offers.actions.responding import (
    AlreadyResponded,
    CannotRespond,
    IsFull,
    respond,
    withdraw,
)
from plein.offers.actions.suggesting import (
    AlreadyAnswered,
    IsSuggested,
    NotPosted,
    not_now,
    suggest,
)
from plein.offers.models import Offer, Response, ResponseState, SuggestionState
from plein.offers.queries import placed_in, suggestions_about, to_answer
from tests.cast import NOON, TESTS, TODAY
from tests.offers.conftest import FATIMA, HANNA

DAY = timedelta(days=1)
EVERY_STATE = list(ResponseState)


@pytest.fixture
def suggested(case, garden, sam):
    return suggest(case.topic, garden, "U houdt van planten.", by=sam, at=NOON)


def test_what_is_suggested_is_told_on_the_timeline_and_waits_for_an_answer(suggested, case, fatima):
    event = case.topic.events.get(name=OFFER_SUGGESTED)

    said = words_of(event.name, event.details)
    assert said == "Uw consulent stelt u iets voor: Help mee in de buurttuin"
    assert to_answer(fatima, TODAY).get() == suggested
    assert b"planten" not in bytes(suggested.why_sealed)


def test_nothing_is_suggested_twice_or_when_it_is_gone(suggested, case, garden, sam):
    with pytest.raises(IsSuggested):
        suggest(case.topic, garden, "Nog eens", by=sam, at=NOON)
    close_offer(garden, by=HANNA, at=NOON)
    with pytest.raises(NotPosted):
        suggest(case.topic, garden, "Nog eens", by=sam, at=NOON)


def test_not_now_is_told_to_nobody_but_the_consulent(suggested, case, fatima):
    before = case.topic.events.count()

    not_now(suggested, by=fatima.actor, at=NOON)

    assert not to_answer(fatima, TODAY)
    assert case.topic.events.count() == before
    assert suggestions_about(case.topic).get().state == SuggestionState.NOT_NOW
    assert not Response.objects.exists()
    with pytest.raises(AlreadyAnswered):
        not_now(suggested, by=fatima.actor, at=NOON)


def test_who_said_not_now_can_still_respond(suggested, case, fatima, garden):
    not_now(suggested, by=fatima.actor, at=NOON)

    respond(garden, fatima, FATIMA, by=fatima.actor, at=NOON)

    shown = suggestions_about(case.topic).get()
    assert (shown.state, shown.went) == (SuggestionState.INTERESTED, ResponseState.SENT)


def test_what_is_shared_is_sealed_and_each_look_has_its_line(response, fatima):
    assert b"Fatima" not in bytes(response.name_sealed)
    assert b"06" not in bytes(response.contact_sealed)

    shared = open_response(response, by=HANNA, at=NOON)

    assert shared == FATIMA
    look = Look.objects.get(subject=fatima.pk, organisation="Gilde Vrijwilligers")
    assert look.elements == [
        "telefoon of e-mail bij een aanbod",
        "voornaam bij een aanbod",
    ]


def test_one_person_responds_once(response, garden, fatima):
    with pytest.raises(AlreadyResponded):
        respond(garden, fatima, FATIMA, by=fatima.actor, at=NOON)


def test_a_double_click_is_one_response(at_once, garden, fatima):
    done = at_once([lambda: respond(garden, fatima, FATIMA, by=fatima.actor, at=NOON)] * 4)

    assert Response.objects.count() == 1
    assert sum(isinstance(answer, AlreadyResponded) for answer in done) == 3


def test_before_the_first_day_and_after_the_last_nobody_responds(post, fatima):
    offer = post(starts_on=TODAY + DAY, ends_on=TODAY + 2 * DAY)

    for days in (0, 3):
        with pytest.raises(CannotRespond):
            respond(offer, fatima, FATIMA, by=fatima.actor, at=NOON + days * DAY)
    respond(offer, fatima, FATIMA, by=fatima.actor, at=NOON + 2 * DAY)


def test_to_what_closed_nobody_responds(garden, fatima):
    close_offer(garden, by=HANNA, at=NOON)

    with pytest.raises(CannotRespond):
        respond(garden, fatima, FATIMA, by=fatima.actor, at=NOON)


def test_who_withdraws_is_forgotten_at_once_and_may_come_back(response, garden, fatima):
    withdraw(response, by=fatima.actor, at=NOON)
    withdraw(response, by=fatima.actor, at=NOON)

    response.refresh_from_db()
    assert (response.name_sealed, response.contact_sealed) == (b"", b"")
    assert open_response(response, by=HANNA, at=NOON) is None
    respond(garden, fatima, FATIMA, by=fatima.actor, at=NOON)


def test_nobody_is_marked_after_withdrawing_and_nobody_is_withdrawn_by_another(response, fatima):
    with pytest.raises(CannotBecome):
        set_state(response, ResponseState.WITHDRAWN, by=HANNA, at=NOON)
    withdraw(response, by=fatima.actor, at=NOON)
    for state in EVERY_STATE:
        with pytest.raises(CannotBecome):
            set_state(response, state, by=HANNA, at=NOON)


def test_a_full_offer_takes_no_more_and_a_place_that_falls_free_is_there_again(
    garden, response, response_of
):
    other = response_of(garden, 0)
    set_state(response, ResponseState.PLACED, by=HANNA, at=NOON)

    with pytest.raises(NoPlaceLeft, match="Alle plaatsen"):
        set_state(other, ResponseState.PLACED, by=HANNA, at=NOON)
    with pytest.raises(IsFull):
        response_of(garden, 1)
    set_state(response, ResponseState.NOT_PLACED, by=HANNA, at=NOON)
    set_state(other, ResponseState.PLACED, by=HANNA, at=NOON)


def test_of_eight_who_are_placed_at_once_three_get_the_three_places(at_once, post, response_of):
    offer = post(places=3)
    eight = [response_of(offer, number) for number in range(8)]

    done = at_once(
        [
            lambda each=each: set_state(each, ResponseState.PLACED, by=HANNA, at=NOON)
            for each in eight
        ]
    )

    assert placed_in(offer) == 3
    assert sum(isinstance(answer, NoPlaceLeft) for answer in done) == 5


def test_without_the_lock_the_race_is_lost(at_once, post, response_of, monkeypatch):
    """The test above can fail: who counts without locking places too many."""
    offer = post(places=1)
    two = [response_of(offer, number) for number in range(2)]
    from threading import Barrier  # noqa: PLC0415 - for this race alone

    from plein.offers.actions import following_up  # noqa: PLC0415

    counted, check = Barrier(2), following_up._check_place

    def check_together(offer):
        check(offer)
        counted.wait(timeout=20)

    monkeypatch.setattr(following_up, "_check_place", check_together)
    monkeypatch.setattr(following_up, "lock", lambda pk: Offer.objects.get(pk=pk))

    at_once(
        [lambda each=each: set_state(each, ResponseState.PLACED, by=HANNA, at=NOON) for each in two]
    )

    assert placed_in(offer) == 2


def test_without_a_number_of_places_there_is_always_room(post, response_of):
    offer = post(places=None)
    for number in range(3):
        set_state(response_of(offer, number), ResponseState.PLACED, by=HANNA, at=NOON)

    assert placed_in(offer) == 3


def test_what_was_shared_is_erased_30_days_after_the_offer_closed(response, suggested, garden):
    close_offer(garden, by=HANNA, at=NOON)

    assert forget_responses(TODAY + 29 * DAY, by=TESTS, at=NOON + 29 * DAY) == 0
    assert forget_responses(TODAY + 30 * DAY, by=TESTS, at=NOON + 30 * DAY) == 2
    assert forget_responses(TODAY + 31 * DAY, by=TESTS, at=NOON + 31 * DAY) == 0

    response.refresh_from_db()
    suggested.refresh_from_db()
    assert (response.name_sealed, response.contact_sealed, suggested.why_sealed) == (b"",) * 3


def test_what_is_open_is_kept(response, garden):
    assert forget_responses(TODAY + 300 * DAY, by=TESTS, at=NOON) == 0
