"""Fatima asks, reads the answer, and sees that she was read; a page that asks again by itself."""

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from plein.audit.models import Look
from plein.cases.actions.opening import open_case
from plein.cases.actions.publishing import publish_case_type
from plein.identity.actions import household_of, know_resident
from plein.inbox.actions.talking import answer, ask, general_conversation, mark_read
from plein.inbox.models import Contribution, Conversation
from plein.kernel.bsn import Bsn
from plein.regelingen.library import journeys
from tests.cast import BSN_OF, TESTS
from tests.web.conftest import url

KEY = "individuele_inkomenstoeslag"
BACKGROUND = {"HTTP_X_PLEIN_BACKGROUND": "1"}


@pytest.fixture
def now():
    return timezone.now()


@pytest.fixture
def fatimas(fatima, signed_in):
    return signed_in(fatima)


@pytest.fixture
def talk(fatima, now):
    talk = general_conversation(fatima, at=now)
    ask(talk, "Wanneer hoor ik iets?", key=uuid4(), by=fatima.actor, at=now)
    return talk


@pytest.fixture
def answered(talk, sam, now):
    answer(talk, "Morgen belt een collega u.", key=uuid4(), by=sam, at=now)
    return talk


@pytest.fixture
def case(fatima, now):
    case_type = publish_case_type(KEY, journeys()[KEY], by=TESTS, at=now)
    return open_case(fatima, case_type, by=fatima.actor, at=now)


def html(response) -> str:
    return response.content.decode()


def said(words, key=None):
    return {"words": words, "key": str(key or uuid4())}


def test_the_first_question_gets_a_receipt_with_the_day_of_the_answer(fatimas, emmen):
    page = fatimas.post(url("talk-new"), said("Hoe vraag ik bijstand aan?"), follow=True)

    assert "Wij hebben uw vraag ontvangen" in html(page)
    assert "U krijgt antwoord vóór of op" in html(page)
    assert emmen.opening_hours in html(page)


def test_before_asking_one_reads_how_long_it_takes(fatimas, emmen):
    emmen.answer_within = 3
    emmen.save()

    assert "binnen 3 werkdagen antwoord" in html(fatimas.get(url("talk-new")))


def test_an_empty_question_is_kindly_refused(fatimas, talk):
    for page in (url("talk", talk.pk), url("talk-new")):
        answer = fatimas.post(page, said("  "))
        assert answer.status_code == 422
        assert "Schrijf hier uw bericht." in html(answer)


def test_what_is_too_long_stays_in_the_field(fatimas, talk):
    answer = fatimas.post(url("talk", talk.pk), said("Beste gemeente " * 400))

    assert answer.status_code == 422
    assert "Beste gemeente Beste gemeente" in html(answer)


def test_who_asked_before_goes_on_in_the_same_conversation(fatimas, talk):
    assert fatimas.get(url("talk-new")).url == url("talk", talk.pk)


def test_the_same_click_twice_asks_once(fatimas):
    form = said("Hoe vraag ik bijstand aan?")
    for _click in range(2):
        fatimas.post(url("talk-new"), form)

    assert Contribution.objects.count() == 1


def test_a_question_about_a_case_stands_under_its_name(fatimas, case):
    assert url("talk-about-case", case.pk) in html(fatimas.get(url("case", case.pk)))

    fatimas.post(url("talk-about-case", case.pk), said("Welk papier bedoelt u?"))

    assert Conversation.objects.get().topic == case.topic
    assert str(case.case_type) in html(fatimas.get(url("talks")))


def test_an_answer_is_new_until_it_is_read(fatimas, answered):
    words = html(fatimas.get(url("talks")))
    assert "Nieuw" in words
    assert "Morgen belt een collega u." in words
    assert '1<span class="mo-vh"> nieuw' in html(fatimas.get(url("overview")))

    fatimas.get(url("talk", answered.pk))

    assert "Nieuw" not in html(fatimas.get(url("talks")))


def test_staff_are_shown_by_function_and_team_and_not_by_name(fatimas, answered, sam):
    words = html(fatimas.get(url("talk", answered.pk)))

    assert "Consulent, Team Minima" in words
    assert sam.account.name not in words.replace("Samen", "")


def test_she_sees_when_the_municipality_read_it(fatimas, talk, sam, now):
    assert "Nog niet gelezen" in html(fatimas.get(url("talk", talk.pk)))

    mark_read(talk, by=sam.actor, at=now)

    assert "Gelezen door uw gemeente, vandaag" in html(fatimas.get(url("talk", talk.pk)))


def test_when_we_are_late_the_page_says_so(fatima, talk, now, signed_in):
    with time_machine.travel(now + timedelta(days=7), tick=False):
        words = html(signed_in(fatima).get(url("talk", talk.pk)))

    assert "Wij zijn te laat met ons antwoord." in words


def test_she_corrects_her_last_message_and_the_first_stays(fatimas, talk):
    page = html(fatimas.get(url("talk", talk.pk)))
    first = talk.contributions.get()
    assert f"?verbeter={first.pk}" in page

    form = said("Wanneer hoor ik iets over mei?") | {"corrects": str(first.pk)}
    words = html(fatimas.post(url("talk", talk.pk), form, follow=True))

    assert "Dit bericht is verbeterd" in words
    assert "Wanneer hoor ik iets?" in words
    assert "Wanneer hoor ik iets over mei?" in words


def test_with_a_script_the_field_comes_back_empty_beside_what_was_said(fatimas, talk):
    page = fatimas.post(url("talk", talk.pk), said("Nog iets."), HTTP_HX_REQUEST="true")

    assert 'hx-swap-oob="true"' in html(page)
    assert "Nog iets." in html(page)
    assert "<html" not in html(page)


def test_somebody_elses_conversation_is_not_found(talk, case, signed_in, now):
    katja = know_resident(Bsn(BSN_OF["katja"]), by=TESTS, at=now)
    household_of(katja, at=now, day=timezone.localdate(), name="Katja")
    katjas = signed_in(katja)

    for address in (
        url("talk", talk.pk),
        url("talk-received", talk.pk),
        url("talk-about-case", case.pk),
    ):
        assert katjas.get(address).status_code == 404
    assert katjas.post(url("talk", talk.pk), said("Hoi")).status_code == 404


@pytest.mark.parametrize("name", ["talk", "talks", "case"])
def test_what_did_not_change_is_not_sent_nor_opened_again(
    name, fatimas, answered, case, fatima, sam, now
):
    keys = {"talk": [answered.pk], "case": [case.pk]}.get(name, [])
    address = url(name, *keys)
    fatimas.get(address)
    version = fatimas.get(address)["ETag"]
    looks = Look.objects.filter(subject=fatima.pk).count()

    again = fatimas.get(address, HTTP_IF_NONE_MATCH=version, **BACKGROUND)

    assert (again.status_code, again.content) == (304, b"")
    assert Look.objects.filter(subject=fatima.pk).count() == looks

    answer(answered, "Nog iets.", key=uuid4(), by=sam, at=now)
    ask(
        Conversation.objects.get_or_create(
            topic=case.topic, defaults={"waiting_since": now, "last_at": now}
        )[0],
        "En dit?",
        key=uuid4(),
        by=fatima.actor,
        at=now,
    )
    changed = fatimas.get(address, HTTP_IF_NONE_MATCH=version, **BACKGROUND)
    assert changed.status_code == 200
    assert "<html" not in html(changed)


def test_a_script_that_asks_does_not_keep_her_signed_in(fatimas, talk):
    with time_machine.travel(timezone.now() + timedelta(minutes=10), tick=False):
        assert fatimas.get(url("talk", talk.pk), **BACKGROUND).status_code == 200

    with time_machine.travel(timezone.now() + timedelta(minutes=16), tick=False):
        assert fatimas.get(url("talk", talk.pk), **BACKGROUND).status_code == 302


def test_a_script_that_was_signed_out_does_not_choose_where_she_goes_next(talk, emmen):
    client = Client(HTTP_HOST=emmen.host)

    client.get("/live/", **BACKGROUND)
    assert not Session.objects.exists()

    client.get(url("talk", talk.pk))
    assert Session.objects.get().get_decoded()["next"] == url("talk", talk.pk)


@pytest.mark.parametrize("name", ["talk", "talks", "talk-new"])
def test_a_page_asks_little_of_the_database(name, fatimas, answered, django_assert_max_num_queries):
    keys = [answered.pk] if name == "talk" else []
    fatimas.get(url(name, *keys))

    with django_assert_max_num_queries(15):  # three for the line in the log of looks
        fatimas.get(url(name, *keys))
