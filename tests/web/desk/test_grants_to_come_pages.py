"""The waiting list, codes for letters, and a budget that is raised or stands still, on screen."""

import csv
import io

import pytest
from django.urls import reverse

from plein.web.doors import DESK
from plein.webshop.actions.waiting import put_on_waiting_list
from plein.webshop.models import ActivationCode, Grant, GrantStatus, WaitingGrant, WaitingStatus
from tests.cast import BSN_OF, NOON, TESTS
from tests.webshop.conftest import household

CODES = {"reference": "najaar", "number": "3", "amount": "50,00", "last_day": "31-12-2026"}


def url(name, *args):
    return reverse(name, "plein.web.desk.urls", args=args)


@pytest.fixture
def desk(sam, at_work):
    return at_work(sam.account, DESK)


def test_codes_come_in_a_file_once(desk, kindpakket):
    answer = desk.post(url("desk-codes", kindpakket.pk), CODES)

    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))
    assert [row[0] for row in rows] == ["kenmerk", "najaar-1", "najaar-2", "najaar-3"]
    page = desk.get(url("desk-codes", kindpakket.pk)).content.decode()
    assert "najaar-2" in page
    assert rows[2][1] not in page


def test_a_reference_that_was_used_keeps_the_form(desk, kindpakket):
    desk.post(url("desk-codes", kindpakket.pk), CODES)

    page = desk.post(url("desk-codes", kindpakket.pk), CODES)

    assert page.status_code == 422
    assert "Een kenmerk staat er al: najaar-1" in page.content.decode()
    assert ActivationCode.objects.count() == 3


def test_a_letter_that_went_astray_is_withdrawn(desk, kindpakket):
    desk.post(url("desk-codes", kindpakket.pk), CODES)
    code = ActivationCode.objects.get(reference="najaar-1")

    desk.post(url("desk-code-withdraw", code.pk))

    code.refresh_from_db()
    assert code.is_withdrawn


@pytest.fixture
def empty(open_period):
    return open_period(pot=100)


def row(**changes):
    standard = {
        "reference": "A1",
        "role": "kind",
        "applicant": BSN_OF["katja"],
        "name": "Noor",
        "birth_month": "2018-05",
        "school": "basisschool",
    }
    return standard | changes


def test_when_the_pot_is_too_small_staff_may_put_somebody_on_the_waiting_list(desk, empty):
    refused = desk.post(url("desk-grant-new", empty.pk), row())
    assert "Zet op de wachtlijst" in refused.content.decode()
    assert not WaitingGrant.objects.exists()

    page = desk.post(url("desk-grant-new", empty.pk), row(wachtlijst="1"), follow=True)

    assert "A1" in page.content.decode()
    assert (WaitingGrant.objects.get().cents, Grant.objects.count()) == (25_000, 0)


def test_who_waits_gets_in_order_when_there_is_money(desk, kindpakket, fatima, lina):
    home = household(fatima)
    put_on_waiting_list(kindpakket, home, lina, reference="A1", by=TESTS, at=NOON)

    page = desk.post(url("desk-waiting-give", kindpakket.pk), follow=True)

    assert "Toegekend: 1 budgetten" in page.content.decode()
    assert Grant.objects.get().reference == "A1"


def test_a_place_can_be_taken_off(desk, kindpakket, fatima, lina):
    home = household(fatima)
    place = put_on_waiting_list(kindpakket, home, lina, reference="A1", by=TESTS, at=NOON)

    desk.post(url("desk-waiting-remove", place.pk))

    place.refresh_from_db()
    assert place.status == WaitingStatus.REMOVED


def test_a_double_click_raises_once(desk, kindpakket, lina, grant_for):
    grant = grant_for(kindpakket, lina)
    key = desk.get(url("desk-grant", grant.pk)).context["raise_form"].initial["key"]

    for _click in range(2):
        desk.post(url("desk-grant-raise", grant.pk), {"amount": "25,00", "key": key})

    grant.refresh_from_db()
    assert grant.amount == 27_500


def test_a_raise_without_an_amount_says_so(desk, kindpakket, lina, grant_for):
    grant = grant_for(kindpakket, lina)

    page = desk.post(url("desk-grant-raise", grant.pk), {"key": "0" * 32}, follow=True)

    assert "Hoeveel komt erbij" in page.content.decode()
    grant.refresh_from_db()
    assert grant.amount == 25_000


def test_a_budget_stands_still_with_a_reason_and_goes_on(desk, kindpakket, lina, grant_for):
    grant = grant_for(kindpakket, lina)

    page = desk.post(url("desk-grant-block", grant.pk), {"reden": "nagekeken"}, follow=True)
    assert "Wij kijken uw gegevens na" in page.content.decode()
    assert desk.post(url("desk-grant-block", grant.pk), {"reden": "zomaar"}).status_code == 404
    desk.post(url("desk-grant-unblock", grant.pk))

    grant.refresh_from_db()
    assert grant.status == GrantStatus.ACTIVE


@pytest.mark.parametrize("name", ["desk-waiting", "desk-codes", "desk-grants-of"])
def test_pages_take_few_queries(desk, kindpakket, name, django_assert_max_num_queries):
    desk.post(url("desk-codes", kindpakket.pk), CODES)

    with django_assert_max_num_queries(12):
        assert desk.get(url(name, kindpakket.pk)).status_code == 200
