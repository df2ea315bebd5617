"""Informatie is for everybody, says where it comes from, and keeps nothing of who reads."""

import re
from datetime import timedelta

import pytest
from django.conf import settings
from django.utils import timezone
from icalendar import Calendar

from plein.cases.actions.publishing import publish_case_type
from plein.content.freshness import OFF_AFTER
from plein.content.library import items
from plein.content.life_events import LIFE_EVENTS
from plein.kernel.clock import local_day
from plein.regelingen.library import journeys
from tests.cast import TESTS
from tests.web.conftest import url
from tests.web.public.reading import in_language, page_of

pytestmark = pytest.mark.usefixtures("read_today")


def test_every_life_event_is_a_tile(reader, django_assert_max_num_queries):
    with django_assert_max_num_queries(3):
        page = page_of(reader.get(url("information")))

    assert all(url("information-event", key) in page for key in LIFE_EVENTS)


def test_searching_finds_a_text_and_says_how_many(reader):
    page = page_of(reader.get(url("information"), {"zoek": "uitvaart"}))

    assert "over ‘uitvaart’" in page
    assert "Geen geld voor de uitvaart" in page


def test_searching_in_vain_says_what_one_can_do(reader):
    page = page_of(reader.get(url("information"), {"zoek": "<b>xyzzy"}))

    assert "Wij vinden niets." in page
    assert "<b>xyzzy" not in page


def test_a_life_event_is_a_timeline_in_its_order(reader):
    page = page_of(reader.get(url("information-event", "aow")))

    order = [page.index(words) for words in ("Vooraf", "Op de dag zelf", "Daarna")]
    assert order == sorted(order)
    assert "Ongeveer 5 maanden vooraf" in page


def test_a_day_gives_dates_and_is_kept_nowhere(reader):
    address = url("information-event", "verhuizen")

    response = reader.post(address, {"dag": "26-2-2027"})

    page = page_of(response)
    assert "Tot en met woensdag 3 maart 2027" in page
    assert "Rond dinsdag 26 januari 2027" in page
    assert "dag=" not in page
    assert settings.SESSION_COOKIE_NAME not in response.cookies
    assert "2027" not in page_of(reader.get(address))


@pytest.mark.parametrize("day", ["", "morgen", "31-2-2027", "1-1-1066", "1-1-9999"])
def test_a_day_that_is_no_day_is_refused_kindly_and_the_texts_stay(reader, day):
    response = reader.post(url("information-event", "verhuizen"), {"dag": day})

    assert response.status_code == 422
    assert "Geef uw nieuwe adres door" in page_of(response)


def test_a_text_says_what_to_do_who_decides_by_which_law_and_when_it_was_reviewed(
    reader, django_assert_max_num_queries
):
    address = url("information-item", "kind-krijgen", "kinderbijslag")

    with django_assert_max_num_queries(4):
        page = page_of(reader.get(address))

    assert "Vraag de kinderbijslag aan met uw DigiD." in page
    assert "De Sociale Verzekeringsbank (SVB)" in page
    assert "Algemene Kinderbijslagwet art. 7" in page
    assert "https://wetten.overheid.nl/BWBR0002368" in page
    assert str(local_day(timezone.now()).year) in page
    assert re.search(r"krijgt u €\s[\d.]+,\d\d per 3 maanden", page)


@pytest.mark.parametrize(
    "path",
    [
        ("information-event", "trouwen"),
        ("information-item", "aow", "kinderbijslag"),
        ("information-item", "kind-krijgen", "bestaat-niet"),
    ],
)
def test_what_is_not_there_is_not_found(reader, path):
    assert reader.get(url(*path)).status_code == 404


def test_a_text_that_nobody_looked_at_for_a_year_is_gone_everywhere(reader, read_today):
    old = read_today["kinderbijslag"]
    long_ago = old.reviewed_on - OFF_AFTER - timedelta(1)
    read_today["kinderbijslag"] = old.model_copy(update={"reviewed_on": long_ago})

    assert reader.get(url("information-item", "kind-krijgen", "kinderbijslag")).status_code == 404
    for address in (url("information-event", "kind-krijgen"), url("information") + "?zoek=svb"):
        assert "/kind-krijgen/kinderbijslag/" not in page_of(reader.get(address))


@pytest.mark.parametrize("key", items())
def test_every_text_has_a_page(reader, key):
    event = next(iter(items()[key].life_events))

    page = page_of(reader.get(url("information-item", event, key)))

    assert page.count("<h1") == 1
    assert "{norm:" not in page


@pytest.mark.parametrize(
    ("language", "says"),
    [
        ("en", "We have this text only in Dutch."),
        ("ar", "هذا النص متوفر لدينا بالهولندية فقط."),
        ("uk", "Цей текст є лише нідерландською."),
    ],
)
def test_a_text_that_misses_a_language_is_in_dutch_and_says_so_in_that_language(
    reader, read_today, language, says
):
    known = read_today["kinderbijslag"]
    read_today["kinderbijslag"] = known.model_copy(update={"texts": {"nl": known.texts["nl"]}})

    page = page_of(
        in_language(reader, language).get(url("information-item", "kind-krijgen", "kinderbijslag"))
    )

    assert says in page
    assert '<article class="mo-stack" lang="nl" dir="ltr">' in page
    assert "Wat doet u?" in page  # a Dutch article has Dutch headings
    assert "Deze tekst hebben wij alleen in het Nederlands" not in page


def test_an_aanvraag_is_offered_where_the_municipality_has_it(reader):
    key = "schuldhulpverlening"
    publish_case_type(key, journeys()[key], by=TESTS, at=timezone.now())

    page = page_of(reader.get(url("information-item", "schulden", "hulp-bij-schulden")))

    assert f'href="/aanvragen/nieuw/{key}/"' in page


def test_no_aanvraag_is_offered_where_the_municipality_has_none(reader):
    page = page_of(reader.get(url("information-item", "schulden", "hulp-bij-schulden")))

    assert "/aanvragen/nieuw/" not in page


def test_it_is_linked_from_the_welcome_page_and_the_overview(reader, fatima, signed_in):
    assert url("information") in page_of(reader.get(url("welcome")))
    assert url("information") in page_of(signed_in(fatima).get(url("overview")))


def test_a_day_gives_the_same_dates_as_a_file_for_a_calendar(reader):
    day = local_day(timezone.now()) + timedelta(days=40)

    answer = reader.post(url("information-calendar", "verhuizen"), {"dag": f"{day:%d-%m-%Y}"})

    events = Calendar.from_ical(answer.content).walk("VEVENT")
    on = {str(each["UID"]): each for each in events}
    address = on["verhuizen.adres-doorgeven@emmen.localhost"]
    assert answer["Content-Disposition"] == 'attachment; filename="verhuizen.ics"'
    assert address.decoded("dtstart") == day + timedelta(days=5)
    assert len(address.walk("VALARM")) == 1
    assert address["URL"].endswith("/informatie/verhuizen/adres-doorgeven/")


def test_without_a_day_there_is_no_file_and_the_page_asks_for_it(reader):
    answer = reader.post(url("information-calendar", "verhuizen"), {"dag": ""})

    assert answer.status_code == 422
    assert "Vul een dag in, of lees zonder dag." in page_of(answer)


def test_a_calendar_is_of_an_event_that_is_there_and_never_an_address_with_a_day(reader):
    assert reader.post(url("information-calendar", "vakantie"), {}).status_code == 404
    assert reader.get(url("information-calendar", "verhuizen")).status_code == 405


def test_the_button_for_the_calendar_comes_with_the_dates(reader):
    address = url("information-event", "18-worden")
    assert "agenda.ics" not in page_of(reader.get(address))

    page = page_of(reader.post(address, {"dag": "17-01-2027"}))

    assert url("information-calendar", "18-worden") in page
    assert "Dit moet" in page
    assert url("eighteen") in page
