"""Fatima follows her aanvraag like a parcel: where it is, what to do, whose turn it is."""

from datetime import timedelta

import pytest
from django.utils import timezone

from plein.audit.models import Look
from plein.cases.actions.deciding import decide
from plein.cases.actions.moving import take_up, wait_for_resident
from plein.cases.actions.opening import open_case
from plein.cases.actions.publishing import publish_case_type
from plein.cases.models import Case
from plein.cases.weighing import Unmet, Weighing
from plein.identity.actions import household_of, know_resident
from plein.inbox.actions.tasks import ask_more, set_task
from plein.inbox.models import HandIn, TaskKind, TaskState
from plein.inbox.task_words import TaskWords
from plein.journeys.phases import Phase
from plein.kernel.bsn import Bsn
from plein.regelingen.library import journeys
from tests.cast import BSN_OF, TESTS
from tests.web.conftest import url

KEY = "individuele_inkomenstoeslag"
WORDS = TaskWords(
    "Stuur uw loonstrook", why="Wij missen november.", consequence="Dan beslissen wij zonder."
)


@pytest.fixture
def now():
    return timezone.now()


@pytest.fixture
def case_type(emmen, now):
    return publish_case_type(KEY, journeys()[KEY], by=TESTS, at=now)


@pytest.fixture
def one_button(emmen, now):
    """An aanvraag for which nothing has to be filled in."""
    document = {name: each for name, each in journeys()[KEY].items() if name != "intake"}
    return publish_case_type(KEY, document, by=TESTS, at=now)


@pytest.fixture
def case(fatima, case_type, now):
    return open_case(fatima, case_type, by=fatima.actor, at=now)


@pytest.fixture
def fatimas(fatima, signed_in):
    return signed_in(fatima)


@pytest.fixture
def task(case, sam, now):
    take_up(case, by=sam, at=now)
    due_on = timezone.localdate() + timedelta(days=14)
    task = set_task(
        case.topic,
        TaskKind.QUESTION,
        WORDS,
        due_on=due_on,
        needs_review=True,
        by=sam.actor,
        at=now,
    )
    wait_for_resident(case, by=sam.actor, at=now)
    return task


def test_with_one_button_it_is_asked_and_the_receipt_says_what_follows(fatimas, one_button):
    page = fatimas.post(url("case-apply", one_button.slug), follow=True)

    case = Case.objects.get()
    words = page.content.decode()
    assert "Wij hebben uw aanvraag ontvangen" in words
    assert f"{case.number[:4]}-{case.number[4:]}" in words


def test_asking_twice_leads_to_the_one_that_runs(fatimas, case, one_button):
    page = fatimas.post(url("case-apply", one_button.slug), follow=True)

    assert "Wij zijn ermee bezig." in page.content.decode()
    assert Case.objects.count() == 1


def test_without_anything_to_do_it_says_so_and_when_we_answer(fatimas, case):
    page = fatimas.get(url("case", case.pk)).content.decode()

    assert "U hoeft niets te doen" in page
    assert "U hoort het vóór of op" in page


def test_what_there_is_to_do_stands_on_the_overview_with_its_day(fatimas, task):
    page = fatimas.get(url("overview")).content.decode()

    assert "U moet nog 1 ding doen" in page
    assert "Stuur uw loonstrook" in page
    assert "Nog 14 dagen" in page


def test_from_the_overview_it_is_two_pages_to_the_receipt(fatimas, task, case):
    page = fatimas.post(url("case-task", case.pk, task.pk), {"answer": "Hier is hij."}, follow=True)

    words = page.content.decode()
    assert "Wij hebben het ontvangen" in words
    assert "U hoort ons besluit vóór of op" in words
    case.refresh_from_db()
    assert case.phase == Phase.IN_REVIEW


def test_the_same_answer_twice_is_one_answer(fatimas, task, case):
    for _click in range(2):
        fatimas.post(url("case-task", case.pk, task.pk), {"answer": "Hier is hij."})

    assert HandIn.objects.count() == 1


def test_an_empty_answer_is_kindly_refused(fatimas, task, case):
    page = fatimas.post(url("case-task", case.pk, task.pk), {"answer": ""})

    assert page.status_code == 422
    assert "Schrijf hier uw antwoord." in page.content.decode()


def test_who_cannot_do_it_is_not_at_turn_any_more(fatimas, task, case):
    fatimas.post(url("case-obstacle", case.pk, task.pk), {"what": "Mijn baas geeft hem niet."})

    page = fatimas.get(url("case", case.pk)).content.decode()
    assert "U liet weten dat dit niet lukt." in page
    assert "U hoeft niets te doen" in page


def test_a_second_round_says_what_is_still_missing(fatimas, task, case, sam, now):
    fatimas.post(url("case-task", case.pk, task.pk), {"answer": "Hier is hij."})
    ask_more(task, "Het bedrag is niet te lezen.", due_on=None, by=sam.actor, at=now)

    page = fatimas.get(url("case-task", case.pk, task.pk)).content.decode()

    assert "Het bedrag is niet te lezen." in page
    assert HandIn.objects.count() == 1


def test_the_decision_is_read_in_words_with_the_day_to_object(fatimas, case, sam, now):
    take_up(case, by=sam, at=now)
    decide(case, "toegekend", "Uw inkomen is al 3 jaar laag.", by=sam, at=now)

    page = fatimas.get(url("case", case.pk)).content.decode()

    assert "U krijgt het geld" in page
    assert "Uw inkomen is al 3 jaar laag." in page
    assert "Bent u het niet eens met ons besluit?" in page


def test_stopping_asks_first_and_then_stops(fatimas, task, case):
    assert (
        "Wilt u deze aanvraag stoppen?" in fatimas.get(url("case-stop", case.pk)).content.decode()
    )

    fatimas.post(url("case-stop", case.pk))

    case.refresh_from_db()
    task.refresh_from_db()
    assert (case.phase, task.state) == (Phase.WITHDRAWN, TaskState.DROPPED)


def test_somebody_elses_aanvraag_is_not_found(case, task, signed_in, now):
    katja = know_resident(Bsn(BSN_OF["katja"]), by=TESTS, at=now)
    household_of(katja, at=now, day=timezone.localdate(), name="Katja")
    katjas = signed_in(katja)

    for name, keys in (
        ("case", [case.pk]),
        ("case-received", [case.pk]),
        ("case-stop", [case.pk]),
        ("case-task", [case.pk, task.pk]),
        ("case-obstacle", [case.pk, task.pk]),
    ):
        assert katjas.get(url(name, *keys)).status_code == 404


def test_looking_leaves_one_line_in_the_log(fatimas, task, fatima):
    before = Look.objects.filter(subject=fatima.pk).count()

    fatimas.get(url("cases"))

    assert Look.objects.filter(subject=fatima.pk).count() == before + 1


@pytest.mark.parametrize(
    ("page", "most"), [("overview", 19), ("cases", 17), ("case", 17), ("case-task", 17)]
)
def test_a_page_asks_few_questions(page, most, fatimas, task, case, django_assert_max_num_queries):
    keys = {"case": [case.pk], "case-task": [case.pk, task.pk]}.get(page, [])

    with django_assert_max_num_queries(most):  # three for the line in the log of looks
        fatimas.get(url(page, *keys))


def test_what_was_not_met_stands_under_the_decision_with_its_article(fatimas, case, sam, now):
    take_up(case, by=sam, at=now)
    unmet = Unmet("inkomen_is_lang_laag", "Uw inkomen was te hoog.", "Participatiewet art. 36")
    weighing = Weighing((unmet,), "Alleen voor collega's.")
    decide(case, "afgewezen", "Wij keken naar 3 jaar.", weighing=weighing, by=sam, at=now)

    page = fatimas.get(url("case", case.pk)).content.decode()

    assert "Uw inkomen was te hoog." in page
    assert "Participatiewet art. 36" in page
    assert "Alleen voor collega" not in page
