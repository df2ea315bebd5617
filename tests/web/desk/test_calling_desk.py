"""Sam calls who asked: a list without numbers, a number with its line in the log, two tries."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from plein.appointments.actions.calling_back import ask_for_a_call, withdraw_call
from plein.appointments.models import CallBack, CallState
from plein.audit.models import Look
from plein.identity.models import Role
from plein.inbox.models import Page
from plein.web.doors import DESK
from tests.cast import staff_member


def at_desk(name, *args):
    return reverse(name, "plein.web.desk.urls", args=args)


def html(response) -> str:
    return response.content.decode()


@pytest.fixture
def sams(at_work, sam):
    return at_work(sam.account, DESK)


@pytest.fixture
def asked(fatima):
    return ask_for_a_call(
        fatima,
        "06 12345678",
        "Mijn fiets",
        "middag",
        page=Page.ORDERS,
        by=fatima.actor,
        at=timezone.now(),
    )


def test_the_list_says_by_when_and_from_which_page_but_no_number_and_no_name(sams, asked):
    looks = Look.objects.count()
    page = html(sams.get(at_desk("desk-calls")))

    assert "In de middag" in page
    assert "Bestellingen" in page
    assert "12345678" not in page
    assert "Fatima" not in page
    assert Look.objects.count() == looks


def test_opening_it_shows_the_number_and_leaves_a_line_that_fatima_can_read(sams, asked, fatima):
    page = html(sams.get(at_desk("desk-callback", asked.pk)))

    assert "06 12345678" in page
    assert "Mijn fiets" in page
    assert "Bestellingen" in page
    look = Look.objects.filter(subject=fatima.pk).latest("sequence")
    assert "telefoonnummer" in look.elements


def test_sam_called(sams, asked, sam):
    sams.post(at_desk("desk-callback-spoken", asked.pk))

    asked.refresh_from_db()
    assert (asked.state, asked.handler) == (CallState.CALLED, sam)
    assert "U hoeft niemand te bellen" in html(sams.get(at_desk("desk-calls")))


def test_no_answer_twice_ends_it(sams, asked):
    sams.post(at_desk("desk-callback-missed", asked.pk))
    assert "tweede" in html(sams.get(at_desk("desk-calls")))
    assert "Dit is de tweede poging." in html(sams.get(at_desk("desk-callback", asked.pk)))

    sams.post(at_desk("desk-callback-missed", asked.pk))
    asked.refresh_from_db()
    assert asked.state == CallState.UNREACHED


def test_what_was_withdrawn_meanwhile_is_refused_kindly(sams, asked, fatima):
    withdraw_call(asked, by=fatima.actor, at=timezone.now())
    page = sams.post(at_desk("desk-callback-spoken", asked.pk), follow=True)

    assert "Dit kan niet meer" in html(page)
    asked.refresh_from_db()
    assert asked.state == CallState.WITHDRAWN


def test_too_late_is_said(sams, asked):
    CallBack.objects.update(call_by=timezone.localdate() - timedelta(days=1))

    assert "te laat" in html(sams.get(at_desk("desk-calls")))


def test_fifty_calls_take_few_queries(sams, fatima, asked, django_assert_max_num_queries):
    for _each in range(50):
        asked.pk = asked.id = None
        CallBack.objects.create(
            topic=fatima.topics.create(),
            phone_sealed=b"x",
            subject_sealed=b"x",
            asked_at=timezone.now(),
            call_by=timezone.localdate(),
        )

    with django_assert_max_num_queries(12):
        sams.get(at_desk("desk-calls"))


def test_opening_a_call_takes_few_queries(sams, asked, django_assert_max_num_queries):
    with django_assert_max_num_queries(14):  # of which two lines in the log of looks
        sams.get(at_desk("desk-callback", asked.pk))


def test_without_the_right_there_is_no_list(at_work, asked):
    finance = staff_member("ingrid2", Role.FINANCE)
    client = at_work(finance.account, DESK)

    assert client.get(at_desk("desk-calls")).status_code == 403
    assert client.get(at_desk("desk-callback", asked.pk)).status_code == 403


def test_another_municipality_does_not_find_it(sams, asked, buren):
    elsewhere = Client(HTTP_HOST="buren.localhost")
    elsewhere.cookies = sams.cookies

    assert elsewhere.get(at_desk("desk-callback", asked.pk)).status_code in {302, 404}
