"""The functionaris gegevensbescherming: what residents ask, and looks that stand out."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from plein.audit.models import Act
from plein.identity.asking import ask_about
from plein.identity.look_question import Kind, LookQuestion
from plein.kernel.clock import local_day
from plein.web.doors import DESK
from tests.audit.conftest import look
from tests.cast import NOON


def url(name, *args):
    return reverse(name, "plein.web.desk.urls", args=args)


@pytest.fixture
def femkes(femke, at_work):
    return at_work(femke.account, DESK)


@pytest.fixture
def asked(emmen, fatima, sam):
    """Fatima asks about a look by Sam."""

    def ask(kind=Kind.WHO, at=None):
        line = look(emmen, fatima.pk, by=sam.actor, case="Z-7")
        return ask_about(line, kind, by=fatima, at=at or timezone.now())

    return ask


def test_open_questions_stand_with_the_first_due_on_top(asked, femkes):
    asked(Kind.WHY)
    asked(Kind.WHO, at=timezone.now() - timedelta(days=30))

    shown = femkes.get(url("desk-look-questions")).content.decode()

    assert shown.index("Wie precies?") < shown.index("Ik snap dit niet")
    assert shown.count("te laat") == 1


def test_opening_who_shows_the_name_and_writes_that_down(asked, femkes, femke):
    question = asked()

    shown = femkes.get(url("desk-look-question", question.pk)).content.decode()

    assert "Sam" in shown
    assert "Z-7" in shown
    assert Act.objects.get(name="identity.look_question.opened").actor_id == str(femke.pk)


def test_opening_another_question_shows_no_name(asked, femkes):
    shown = femkes.get(url("desk-look-question", asked(Kind.WHY).pk)).content.decode()

    assert "Sam" not in shown


def test_no_page_names_the_resident(asked, femkes):
    question = asked()

    for name, args in (("desk-look-questions", ()), ("desk-look-question", (question.pk,))):
        assert "Fatima" not in femkes.get(url(name, *args)).content.decode()


def test_an_answer_closes_the_question(asked, femkes):
    question = asked()

    page = femkes.post(
        url("desk-look-question", question.pk), {"answer": "Dat was Sam."}, follow=True
    )

    assert "Uw antwoord staat klaar" in page.content.decode()
    assert "Er wacht geen vraag" in page.content.decode()
    again = femkes.get(url("desk-look-question", question.pk)).content.decode()
    assert "Dat was Sam." in again
    assert "Verstuur het antwoord" not in again


def test_an_empty_answer_is_refused_kindly(asked, femkes):
    question = asked()

    page = femkes.post(url("desk-look-question", question.pk), {"answer": " "})

    assert page.status_code == 422
    assert "Schrijf een antwoord." in page.content.decode()


def test_a_second_answer_is_refused(asked, femkes):
    question = asked()
    femkes.post(url("desk-look-question", question.pk), {"answer": "Dat was Sam."})

    page = femkes.post(url("desk-look-question", question.pk), {"answer": "Toch niet."})

    assert page.status_code == 422
    assert "al beantwoord" in page.content.decode()
    assert LookQuestion.objects.get().answer == "Dat was Sam."


@pytest.mark.parametrize("name", ["desk-look-questions", "desk-odd-looks"])
def test_others_do_not_enter(sam, at_work, name):
    assert at_work(sam.account, DESK).get(url(name)).status_code == 403


def test_a_question_waits_on_the_first_page_of_work(asked, femkes):
    asked()

    assert "Vragen over wie keek" in femkes.get(url("desk-home")).content.decode()


def test_looks_that_stand_out_are_counted_per_rule_without_names(emmen, sam, fatima, femkes):
    evening = NOON.replace(hour=20)
    look(emmen, fatima.pk, by=sam.actor, case="Z-7", minutes=10 * 60)  # 22 hours
    for _ in range(51):
        look(emmen, fatima.pk, by=sam.actor)

    page = femkes.get(url("desk-odd-looks"), {"week": local_day(evening).isoformat()})

    shown = page.content.decode()
    assert "51 blikken" in shown
    assert "1 blik<" in shown
    assert "Team Minima: 52 blikken" in shown
    assert "Sam" not in shown
    assert str(sam.pk) not in shown


def test_reading_them_is_written_down(femkes, femke):
    femkes.get(url("desk-odd-looks"))

    assert Act.objects.get(name="audit.odd_looks.read").actor_id == str(femke.pk)


@pytest.mark.parametrize("week", ["x", "2999-01-01", "1999-01-01", "9999-12-31"])
def test_a_week_that_cannot_be_is_not_found(femkes, week):
    assert femkes.get(url("desk-odd-looks"), {"week": week}).status_code == 404


def test_the_pages_take_few_queries(asked, femkes, django_assert_max_num_queries):
    for _ in range(20):
        question = asked()

    for name, args in (
        ("desk-look-questions", ()),
        ("desk-look-question", (question.pk,)),
        ("desk-odd-looks", ()),
    ):
        with django_assert_max_num_queries(12):
            femkes.get(url(name, *args))
