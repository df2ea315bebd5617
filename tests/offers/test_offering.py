"""From the first line of an organisation to a page of the municipality, and off it again."""

from datetime import timedelta

import pytest
from django.db import IntegrityError

from plein.audit.models import Act
from plein.offers.actions.closing import close_ended, close_offer
from plein.offers.actions.following_up import set_state
from plein.offers.actions.reviewing import (
    HasEnded,
    NotWaiting,
    TooFewPlaces,
    post_offer,
    refuse_offer,
)
from plein.offers.actions.writing import (
    LastDayPassed,
    NothingToSend,
    OfferIsClosed,
    change_offer,
    send_offer,
    write_offer,
)
from plein.offers.models import OfferVersion, ResponseState, Status
from plein.offers.queries import matching, posted
from plein.tenants.scope import within
from tests.cast import NOON, TESTS, TODAY
from tests.offers.conftest import GARDEN, HANNA, text

DAY = timedelta(days=1)


def test_nobody_reads_a_text_before_the_municipality_did(gilde, bas):
    version = write_offer(gilde, GARDEN, by=HANNA, at=NOON)
    assert not posted(TODAY)
    version = send_offer(version.offer, by=HANNA, at=NOON)
    assert not posted(TODAY)

    post_offer(version, by=bas, at=NOON)

    assert [each.title for each in posted(TODAY)] == ["Help mee in de buurttuin"]
    acts = Act.objects.filter(name__startswith="offers.").order_by("at", "pk")
    assert {act.name for act in acts} == {
        "offers.offer.written",
        "offers.offer.sent",
        "offers.offer.posted",
    }


def test_it_stands_there_from_its_first_day_up_to_and_with_its_last(post):
    post(starts_on=TODAY + DAY, ends_on=TODAY + 3 * DAY)

    seen = [bool(posted(TODAY + number * DAY)) for number in range(5)]

    assert seen == [False, True, True, True, False]


def test_a_refusal_has_a_reason_which_the_database_asks_for_too(gilde, bas):
    version = write_offer(gilde, GARDEN, by=HANNA, at=NOON)
    version = send_offer(version.offer, by=HANNA, at=NOON)

    refuse_offer(version, "Zet erbij wat de reiskosten zijn.", by=bas, at=NOON)

    version.refresh_from_db()
    assert (version.status, version.reason) == (
        Status.REFUSED,
        "Zet erbij wat de reiskosten zijn.",
    )
    with pytest.raises(IntegrityError):
        OfferVersion.objects.filter(pk=version.pk).update(reason="")


def test_a_change_waits_while_the_old_text_stays(garden, bas):
    change_offer(garden, text(title="Nieuwe titel"), by=HANNA, at=NOON)
    version = send_offer(garden, by=HANNA, at=NOON)
    assert [each.title for each in posted(TODAY)] == ["Help mee in de buurttuin"]

    post_offer(version, by=bas, at=NOON)

    assert [each.title for each in posted(TODAY)] == ["Nieuwe titel"]
    assert sorted(garden.versions.values_list("status", flat=True)) == ["geplaatst", "vervangen"]


def test_a_text_that_was_changed_meanwhile_cannot_be_posted(gilde, bas):
    version = write_offer(gilde, GARDEN, by=HANNA, at=NOON)
    read = send_offer(version.offer, by=HANNA, at=NOON)
    change_offer(version.offer, text(title="Iets heel anders"), by=HANNA, at=NOON)

    with pytest.raises(NotWaiting):
        post_offer(read, by=bas, at=NOON)


def test_two_colleagues_at_once_post_it_once(at_once, gilde, bas):
    version = write_offer(gilde, GARDEN, by=HANNA, at=NOON)
    version = send_offer(version.offer, by=HANNA, at=NOON)

    done = at_once([lambda: post_offer(version, by=bas, at=NOON)] * 4)

    assert sum(answer is None for answer in done) == 1
    assert {type(answer) for answer in done if answer is not None} == {NotWaiting}


def test_the_last_day_may_be_today_and_not_yesterday(gilde, bas):
    with pytest.raises(LastDayPassed):
        write_offer(gilde, text(starts_on=TODAY - 2 * DAY, ends_on=TODAY - DAY), by=HANNA, at=NOON)
    version = write_offer(gilde, text(ends_on=TODAY), by=HANNA, at=NOON)
    version = send_offer(version.offer, by=HANNA, at=NOON)
    with pytest.raises(HasEnded):
        post_offer(version, by=bas, at=NOON + DAY)
    post_offer(version, by=bas, at=NOON)


def test_after_its_last_day_it_closes_by_itself(garden):
    assert close_ended(TODAY + 30 * DAY, by=TESTS, at=NOON + 30 * DAY) == 0
    assert close_ended(TODAY + 31 * DAY, by=TESTS, at=NOON + 31 * DAY) == 1

    garden.refresh_from_db()
    assert garden.closed_on == TODAY + 31 * DAY
    assert garden.versions.get().status == Status.CLOSED


def test_what_closed_cannot_be_changed_or_sent_or_closed_again(garden):
    close_offer(garden, by=HANNA, at=NOON)

    assert not posted(TODAY)
    for act in (close_offer, send_offer):
        with pytest.raises(OfferIsClosed):
            act(garden, by=HANNA, at=NOON)
    with pytest.raises(OfferIsClosed):
        change_offer(garden, GARDEN, by=HANNA, at=NOON)


def test_without_a_draft_there_is_nothing_to_send(garden):
    with pytest.raises(NothingToSend):
        send_offer(garden, by=HANNA, at=NOON)


def test_fewer_places_than_people_who_have_one_is_refused(post, bas, response_of):
    offer = post(places=2)
    for number in range(2):
        set_state(response_of(offer, number), ResponseState.PLACED, by=HANNA, at=NOON)
    change_offer(offer, text(places=1), by=HANNA, at=NOON)
    version = send_offer(offer, by=HANNA, at=NOON)

    with pytest.raises(TooFewPlaces, match="2 mensen"):
        post_offer(version, by=bas, at=NOON)


def test_of_an_organisation_that_may_not_be_here_any_more_nothing_is_shown(garden, gilde):
    gilde.is_admitted = False
    gilde.save()

    assert not posted(TODAY)


def test_another_municipality_sees_nothing_of_it(garden, buren):
    with within(buren):
        assert not posted(TODAY)
        assert not OfferVersion.objects.exists()


@pytest.mark.parametrize(
    ("words", "found"),
    [("tuin", 1), ("TUIN gilde", 1), ("klazienaveen", 1), ("tuin emmen", 0), ("100%", 0), ("", 1)],
)
def test_every_word_must_stand_somewhere_in_it(garden, words, found):
    assert len(matching(posted(TODAY), words)) == found
