"""Hulp nodig? An answer first, then a person; of the page before only what Fatima lets us see."""

from datetime import datetime, time, timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from plein.appointments.actions.calling_back import called, not_answered
from plein.appointments.actions.forgetting import KEPT, forget_calls
from plein.appointments.models import CallBack, CallState, ClosedDay, OpeningHours, Place
from plein.audit.models import Act, Look
from plein.identity.actions import household_of, know_resident
from plein.inbox.models import Contribution, Page
from plein.kernel.bsn import Bsn
from plein.kernel.clock import AMSTERDAM
from plein.tenants.models import Module
from plein.web.doors import RESIDENT
from plein.web.from_page import from_here
from tests.appointments.test_waiting_time import helped_by_phone
from tests.cast import BSN_OF, TESTS
from tests.web.conftest import url

CALL = {"phone": "06 12345678", "subject": "Mijn fiets", "part": "middag"}
TUESDAY_10 = datetime(2026, 11, 24, 10, 0, tzinfo=AMSTERDAM)


def html(response) -> str:
    return response.content.decode()


@pytest.fixture
def anybody(emmen):
    return Client(HTTP_HOST="emmen.localhost")


@pytest.fixture
def fatimas(fatima, signed_in):
    return signed_in(fatima)


@pytest.fixture
def jans(emmen, signed_in):
    """Somebody else of Emmen."""
    resident = know_resident(Bsn(BSN_OF["katja"]), by=TESTS, at=timezone.now())
    household_of(resident, at=timezone.now(), day=timezone.localdate(), name="Katja")
    return signed_in(resident)


@pytest.fixture
def hours(emmen):
    hall = Place.objects.create(name="Gemeentehuis", address="Voorbeeldplein 1")
    for weekday in range(5):
        OpeningHours.objects.create(place=hall, weekday=weekday, opens=time(9), closes=time(17))
        OpeningHours.objects.create(place=None, weekday=weekday, opens=time(8), closes=time(16))


def asked(client, **given) -> CallBack:
    client.post(url("callback-new"), CALL | given)
    return CallBack.objects.latest("asked_at")


@pytest.mark.parametrize(
    ("name", "link"),
    [("overview", "/hulp/?van=overzicht"), ("orders", "/hulp/?van=bestellingen")],
)
def test_every_page_leads_to_help_and_says_only_its_kind(fatimas, name, link):
    page = html(fatimas.get(url(name), {"zoek": "geheim"}))

    assert f'href="{link}"' in page


def test_the_link_itself_asks_no_query(rf, fatima, django_assert_num_queries):
    request = rf.get("/bestellingen/6a1c3c52-0000-4000-8000-000000000000/?q=geheim")
    request.door = RESIDENT
    with django_assert_num_queries(0):
        assert from_here(request) == "?van=bestellingen"


@pytest.mark.parametrize(
    "van", ["//kwaad.example", "https://kwaad.example/", "x", "", "\0", "geld/1"]
)
def test_a_page_that_we_do_not_know_is_no_page(fatimas, van):
    page = html(fatimas.get(url("help"), {"van": van}))

    assert 'href="//kwaad' not in page
    assert 'href="https://kwaad' not in page
    assert "Terug naar" not in page


def test_the_answers_about_the_page_before_come_first(fatimas):
    page = html(fatimas.get(url("help"), {"van": "bestellingen"}))

    assert "Veel gevraagd over Bestellingen" in page
    assert "Waar is mijn bestelling?" in page
    assert "Kan ik mijn bestelling stoppen?" in page
    assert "Wanneer krijg ik mijn uitkering?" not in page
    assert 'href="/bestellingen/"' in page


def test_a_search_finds_answers_and_texts_together(fatimas):
    page = html(fatimas.get(url("help"), {"zoek": "schulden"}))

    assert "Ik kan niet terugbetalen" in page
    assert "/informatie/schulden/" in page


def test_what_is_not_found_leads_to_a_person(fatimas):
    page = html(fatimas.get(url("help"), {"zoek": "xyzzy"}))

    assert "Wij vinden niets." in page
    assert "Stuur een bericht" in page


def test_a_part_that_was_left_off_is_not_answered_about(emmen, fatimas):
    emmen.modules = [Module.VAULT]
    emmen.save()

    assert "Waar is mijn bestelling?" not in html(fatimas.get(url("help"), {"zoek": "bestelling"}))


@pytest.mark.parametrize("words", ["", "schulden"])
def test_the_page_asks_few_queries_also_with_a_search_and_many_hours(
    fatimas, fatima, hours, words, django_assert_max_num_queries
):
    asked(fatimas)
    for _each in range(20):
        helped_by_phone(fatima, 3, closed_at=timezone.now())

    with django_assert_max_num_queries(12):
        fatimas.get(url("help"), {"van": "winkel", "zoek": words})


@pytest.mark.parametrize(
    ("moment", "phone", "hall"),
    [
        (TUESDAY_10, "Wij zijn nu open, tot 16.00 uur.", "Wij zijn nu open, tot 17.00 uur."),
        (TUESDAY_10.replace(hour=15, minute=59), "open, tot 16.00 uur.", "open, tot 17.00 uur."),
        (TUESDAY_10.replace(hour=16), "Nu dicht. Morgen vanaf 8.00 uur.", "open, tot 17.00 uur."),
        (TUESDAY_10.replace(hour=8, minute=59), "open, tot 16.00 uur.", "Vandaag vanaf 9.00 uur."),
        (TUESDAY_10 + timedelta(days=4), "Maandag vanaf 8.00 uur.", "Maandag vanaf 9.00 uur."),
    ],
)
def test_whether_we_are_open_now(anybody, hours, moment, phone, hall):
    with time_machine.travel(moment, tick=False):
        page = html(anybody.get(url("help")))

    assert phone in page
    assert hall in page


def test_a_holiday_is_said_with_its_reason(anybody, hours):
    ClosedDay.objects.create(day=TUESDAY_10.date(), why="Kerstmis")

    with time_machine.travel(TUESDAY_10, tick=False):
        page = html(anybody.get(url("help")))

    assert "Vandaag zijn wij dicht: Kerstmis." in page
    assert "nu open" not in page


def test_without_hours_the_address_of_the_municipality_stands_there(anybody):
    page = html(anybody.get(url("help")))

    assert "Plein 1" in page
    assert "nu open" not in page


def test_who_is_not_signed_in_sees_the_ways_that_need_no_login(anybody, hours):
    page = html(anybody.get(url("help"), {"van": "winkel"}))

    assert "14 0000" in page
    assert "Voorbeeldplein 1" in page
    assert "Wat is een budget?" in page
    assert "Met DigiD kunt u ook" in page
    assert url("callback-new") not in page


def test_a_call_asks_for_a_login(anybody):
    assert anybody.get(url("callback-new")).status_code == 302
    assert anybody.post(url("callback-new"), CALL).status_code == 302
    assert not CallBack.objects.exists()


def test_fatima_asks_for_a_call_and_reads_it_back(fatimas):
    callback = asked(fatimas)
    page = html(fatimas.get(url("callback", callback.pk)))

    assert "06 12345678" in page
    assert "Mijn fiets" in page
    assert "In de middag" in page
    assert "Bekijk wanneer wij bellen" in html(fatimas.get(url("help")))
    assert fatimas.get(url("callback-new")).url == url("callback", callback.pk)


def test_a_mistake_is_told_and_nothing_is_kept(fatimas):
    for wrong in ({"phone": "bel mij"}, {"phone": "06"}, {"subject": ""}, {"part": "nacht"}):
        assert fatimas.post(url("callback-new"), CALL | wrong).status_code == 422
    assert not CallBack.objects.exists()


def test_who_asks_again_is_led_to_what_waits(fatimas):
    callback = asked(fatimas)

    assert fatimas.post(url("callback-new"), CALL).url == url("callback", callback.pk)
    assert CallBack.objects.count() == 1


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ({"van": "bestellingen"}, ""),
        ({}, ""),
        ({"tells_page": "on"}, ""),
        ({"van": "geheim", "tells_page": "on"}, ""),
        ({"van": "bestellingen", "tells_page": "on"}, Page.ORDERS),
    ],
)
def test_without_a_yes_nothing_of_the_page_is_kept_with_a_call(fatimas, given, kept):
    assert asked(fatimas, **given).page == kept
    assert "bestellingen" not in str([*Act.objects.values_list("details", flat=True)])


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ({"van": "winkel"}, ""),
        ({"van": "geheim", "tells_page": "on"}, ""),
        ({"van": "winkel", "tells_page": "on"}, Page.SHOP),
    ],
)
@pytest.mark.parametrize("talked_before", [True, False])
def test_without_a_yes_nothing_of_the_page_is_kept_with_a_message(
    fatimas, given, kept, talked_before
):
    said = {"words": "Kunt u helpen?", "key": "0b9a62c0-6d8f-4d43-9d5a-8f3f1d7f7c11"}
    address = url("talk-new")
    if talked_before:
        fatimas.post(address, said | {"key": "0b9a62c0-6d8f-4d43-9d5a-8f3f1d7f7c12"})
        address = fatimas.get(address, {"van": "winkel"}).url
        assert address.endswith("?van=winkel")
    asked_page = html(fatimas.get(address, {"van": "winkel"}))
    fatimas.post(address, said | given)

    assert "De medewerker mag zien op welke pagina ik was: Winkel" in asked_page
    assert "checked" not in asked_page
    assert Contribution.objects.latest("number").page == kept


def test_without_a_page_before_there_is_nothing_to_allow(fatimas):
    assert "De medewerker mag zien" not in html(fatimas.get(url("callback-new")))
    assert "De medewerker mag zien" not in html(fatimas.get(url("talk-new")))


def test_fatima_sees_that_we_called_and_that_we_will_call_again(fatimas, sam):
    callback = asked(fatimas)

    not_answered(callback, by=sam, at=timezone.now())
    assert "u nam niet op. Wij bellen nog een keer" in html(
        fatimas.get(url("callback", callback.pk))
    )

    called(callback, by=sam, at=timezone.now())
    page = html(fatimas.get(url("callback", callback.pk)))
    assert "Wij hebben gebeld" in page
    assert "Bel mij niet meer" not in page


def test_fatima_withdraws_it(fatimas):
    callback = asked(fatimas)
    fatimas.post(url("callback-withdraw", callback.pk))

    callback.refresh_from_db()
    assert callback.state == CallState.WITHDRAWN
    assert "Bekijk wanneer wij bellen" not in html(fatimas.get(url("help")))


def test_after_its_term_the_number_is_gone_from_her_page_too(fatimas):
    callback = asked(fatimas)
    fatimas.post(url("callback-withdraw", callback.pk))
    forget_calls(by=TESTS, at=timezone.now() + KEPT + timedelta(minutes=1))

    page = html(fatimas.get(url("callback", callback.pk)))
    assert "06 12345678" not in page
    assert "hebben wij gewist" in page


def test_another_resident_finds_nothing_of_it(fatimas, jans):
    callback = asked(fatimas)

    assert jans.get(url("callback", callback.pk)).status_code == 404
    assert jans.post(url("callback-withdraw", callback.pk)).status_code == 404
    assert "Bekijk wanneer wij bellen" not in html(jans.get(url("help")))
    callback.refresh_from_db()
    assert callback.is_open


def test_her_own_look_stands_in_the_log(fatimas):
    callback = asked(fatimas)
    before = Look.objects.count()

    fatimas.get(url("callback", callback.pk))

    assert Look.objects.count() == before + 1


@pytest.mark.parametrize(("calls", "is_said"), [(9, False), (10, True)])
def test_how_long_people_waited_is_said_from_ten_on(fatimas, fatima, calls, is_said):
    for _each in range(calls):
        helped_by_phone(fatima, 3, closed_at=timezone.now())

    assert ("belden wij de helft binnen 3 uur" in html(fatimas.get(url("help")))) == is_said


def test_asking_and_reading_back_take_few_queries(fatimas, django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        fatimas.get(url("callback-new"))
    callback = asked(fatimas)
    with django_assert_max_num_queries(13):  # three for the line in the log of looks
        fatimas.get(url("callback", callback.pk))
