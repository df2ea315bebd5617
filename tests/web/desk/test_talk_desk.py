"""Sam's queue: who waits longest, answered once, handed over with a reason, closed."""

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from plein.audit.models import Look
from plein.cases.actions.opening import open_case
from plein.cases.actions.publishing import publish_case_type
from plein.identity.models import Role
from plein.inbox.actions.talking import answer, ask, conversation_about, general_conversation
from plein.inbox.models import Contribution, Conversation, TalkState
from plein.regelingen.library import journeys
from plein.web.doors import DESK
from tests.cast import TESTS, staff_member

KEY = "individuele_inkomenstoeslag"


def url(name, *args):
    return reverse(name, "plein.web.desk.urls", args=args)


def html(response) -> str:
    return response.content.decode()


def said(words, key=None):
    return {"words": words, "key": str(key or uuid4())}


@pytest.fixture
def now():
    return timezone.now()


@pytest.fixture
def sams(sam, at_work):
    return at_work(sam.account, DESK)


@pytest.fixture
def case(fatima, now):
    case_type = publish_case_type(KEY, journeys()[KEY], by=TESTS, at=now)
    return open_case(fatima, case_type, by=fatima.actor, at=now)


@pytest.fixture
def talk(fatima, now):
    talk = general_conversation(fatima, at=now)
    ask(talk, "Wanneer hoor ik iets?", key=uuid4(), by=fatima.actor, at=now - timedelta(hours=2))
    return talk


@pytest.fixture
def noor(emmen):
    noor = staff_member("noor", Role.CONSULENT)
    noor.team = "Team Inkomen"
    noor.save()
    return noor


def test_who_waits_longest_stands_on_top_with_how_long(sams, talk, case, fatima, now):
    newer = conversation_about(case.topic, at=now)
    ask(newer, "En dit?", key=uuid4(), by=fatima.actor, at=now - timedelta(minutes=5))

    words = html(sams.get(url("desk-talks")))

    assert "2 uur" in words
    assert "5 minuten" in words
    assert words.index("Algemene vraag") < words.index(str(case.case_type))


def test_the_queue_says_what_is_late(sam, talk, now, at_work):
    with time_machine.travel(now + timedelta(days=7), tick=False):
        assert "te laat" in html(at_work(sam.account, DESK).get(url("desk-talks")))


def test_each_list_shows_its_own(sams, talk, sam, noor, fatima, now):
    answer(talk, "Morgen.", key=uuid4(), by=noor, at=now)
    ask(talk, "Hoe laat?", key=uuid4(), by=fatima.actor, at=now)

    seen = {
        which: "Algemene vraag" in html(sams.get(url("desk-talks"), {"kies": which}))
        for which in ("mijn", "team", "alles", "beantwoord")
    }

    assert seen == {"mijn": False, "team": False, "alles": True, "beantwoord": False}


def test_what_no_team_has_is_of_every_team(sams, talk):
    assert "Algemene vraag" in html(sams.get(url("desk-talks"), {"kies": "team"}))


def test_opening_it_reads_it_and_leaves_a_line_with_the_reason(sams, talk, fatima, sam):
    words = html(sams.get(url("desk-talk", talk.pk)))

    assert "Wanneer hoor ik iets?" in words
    assert "Fatima" in words
    assert talk.marks.get(reader=sam.pk).number == 1
    look = Look.objects.filter(subject=fatima.pk, elements=["bericht"]).latest("at")
    assert (look.team, look.purpose) == ("Team Minima", "om uw vraag te beantwoorden")


def test_a_double_click_answers_once(sams, talk):
    form = said("Morgen belt een collega u.")
    for _click in range(2):
        assert sams.post(url("desk-talk", talk.pk), form).status_code == 302

    assert Contribution.objects.count() == 2
    assert "Er wacht niemand" in html(sams.get(url("desk-talks")))


def test_an_empty_answer_is_refused(sams, talk):
    page = sams.post(url("desk-talk", talk.pk), said(" "))

    assert page.status_code == 422
    assert "Schrijf hier uw bericht." in html(page)


def test_with_a_script_only_the_field_and_the_talk_come_back(sams, talk):
    page = sams.post(url("desk-talk", talk.pk), said("Morgen."), HTTP_HX_REQUEST="true")

    assert "Morgen." in html(page)
    assert "<html" not in html(page)


def over(team, why, key=None):
    return {"over-team": team, "over-why": why, "over-key": str(key or uuid4())}


def test_handed_over_it_waits_for_the_other_team_with_the_reason(sams, talk, noor, at_work):
    form = over("Team Inkomen", "Dit gaat over de uitkering.")
    for _click in range(2):
        sams.post(url("desk-talk-over", talk.pk), form)

    noors = at_work(noor.account, DESK)
    assert "Algemene vraag" in html(noors.get(url("desk-talks"), {"kies": "team"}))
    assert "Algemene vraag" not in html(sams.get(url("desk-talks"), {"kies": "team"}))
    assert "Dit gaat over de uitkering." in html(noors.get(url("desk-talk", talk.pk)))
    assert Contribution.objects.count() == 2


@pytest.mark.parametrize(
    "form", [over("Team Inkomen", " "), over("", "Zo."), over("Anders", "Zo.")]
)
def test_handing_over_needs_a_team_and_a_reason(sams, talk, noor, form):
    page = sams.post(url("desk-talk-over", talk.pk), form)

    assert page.status_code == 422
    assert "Fout:" in html(page)
    assert Contribution.objects.count() == 1


def test_closed_it_is_gone_from_the_queue_and_a_second_click_is_no_mistake(sams, talk):
    for _click in range(2):
        page = sams.post(url("desk-talk-close", talk.pk), follow=True)

    assert "Dit gesprek is al klaar." in html(page)
    talk.refresh_from_db()
    assert talk.state == TalkState.CLOSED


def test_we_begin_about_a_case_and_an_empty_one_waits_for_nobody(sams, case, fatima, signed_in):
    page = sams.post(url("desk-talk-about-case", case.pk), follow=True)

    assert str(case.case_type) in html(page)
    assert not Conversation.objects.waiting().exists()
    assert str(case.case_type) not in html(signed_in(fatima).get("/berichten/"))


@pytest.mark.parametrize("role", [Role.FINANCE, Role.SCHEME_MANAGER, Role.PRIVACY_OFFICER])
def test_who_has_no_right_to_it_is_refused(role, talk, at_work):
    client = at_work(staff_member("iemand", role).account, DESK)

    for address in (url("desk-talks"), url("desk-talk", talk.pk), url("desk-live")):
        assert client.get(address).status_code == 403


@pytest.mark.parametrize("name", ["desk-talks", "desk-talk"])
def test_a_page_asks_little_of_the_database(name, sams, talk, django_assert_max_num_queries):
    keys = [talk.pk] if name == "desk-talk" else []
    sams.get(url(name, *keys))

    with django_assert_max_num_queries(19):  # three for each of two lines in the log of looks
        sams.get(url(name, *keys))
