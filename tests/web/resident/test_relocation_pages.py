"""Verhuizen: Fatima sees what it does before she sends it, and Sam reads it at her aanvraag."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from plein.cases.actions.areas import contract, set_area
from plein.cases.actions.deciding import decide
from plein.cases.actions.moving import take_up
from plein.cases.actions.opening import open_case
from plein.cases.actions.providing import Given
from plein.cases.actions.publishing import publish_case_type
from plein.cases.actions.taking_effect import apply_relocations
from plein.cases.models import Relocation, RelocationState
from plein.kernel.postcodes import read_span
from plein.regelingen.library import journeys
from plein.web.doors import DESK
from tests.cases.conftest import *  # noqa: F403
from tests.cases.conftest import KEY
from tests.cast import NOON, TESTS, TODAY
from tests.web.conftest import url

TYPES, DID = journeys(), {"by": TESTS, "at": NOON}


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def fatimas(fatima, signed_in):
    return signed_in(fatima)


@pytest.fixture
def typed(today):
    def typed(**changes):
        given = {
            "moves_on": f"{today + timedelta(days=7):%d-%m-%Y}",
            "where": "binnen",
            "postcode": "7821ab",
            "number": "12",
            "addition": "a",
            "municipality": "",
        }
        return given | changes

    return typed


@pytest.fixture
def away(typed):
    return typed(where="andere", postcode="", number="", municipality="Gemeente Buren")


@pytest.fixture
def debts(fatima, sam):
    """Help with debts that runs."""
    case_type = publish_case_type("schuldhulpverlening", TYPES["schuldhulpverlening"], **DID)
    return granted(open_case(fatima, case_type, by=fatima.actor, at=NOON), "plan", sam)


def granted(case, result, sam):
    take_up(case, by=sam, at=NOON)
    decide(case, result, "U voldoet.", by=sam, at=NOON, given=Given(TODAY))
    return case


def words(page):
    return page.content.decode()


def sends(client, given):
    """Form, check and button: the page that follows."""
    assert client.post(url("relocation"), given).url == url("relocation-check")
    return client.post(url("relocation-check"), follow=True)


def in_words(day):
    return date_format(day, "l j F Y")


def test_what_it_does_is_shown_before_it_counts(fatimas, case, debts, sam, away, today):
    granted(case, "toegekend", sam)
    fatimas.post(url("relocation"), away)

    page = words(fatimas.get(url("relocation-check")))

    assert f"De laatste dag is {in_words(today + timedelta(days=6))}" in page
    assert "Wij kunnen dit overdragen aan de gemeente Buren" in page
    assert "Geef uw verhuizing ook door bij uw nieuwe gemeente: Buren" in page
    assert not Relocation.objects.exists()


def test_the_receipt_has_the_same_lines_and_a_way_back(fatimas, case, debts, away):
    page = words(sends(fatimas, away))

    assert "Wij weten dat u verhuist" in page
    assert "Wij houden u op de hoogte" in page
    assert url("talk-about-case", debts.pk) in page
    assert "Trek mijn verhuizing in" in page
    assert "Ik ga verhuizen" in words(fatimas.get(url("my-data")))


def test_within_the_municipality_burgerzaken_has_to_hear_it(fatimas, case, typed):
    page = words(sends(fatimas, typed()))

    assert "naar 7821 AB 12 a" in page
    assert "ook door bij Burgerzaken van de gemeente Emmen" in page
    assert "Hier verandert niets" in page


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"moves_on": "31-02-2027"}, "Deze datum kennen wij niet"),
        ({"where": ""}, "Kies een antwoord bij"),
        ({"postcode": "7821"}, "Vul uw nieuwe postcode in"),
        ({"number": "a"}, "Vul uw huisnummer in met cijfers"),
        ({"where": "andere"}, "Vul de naam van uw nieuwe gemeente in"),
        ({"where": "andere", "municipality": "emmen"}, "Dit is uw gemeente van nu"),
    ],
)
def test_what_does_not_fit_is_said_and_the_rest_is_kept(fatimas, typed, changes, error):
    given = typed(addition="hoog") | changes

    page = fatimas.post(url("relocation"), given)

    assert page.status_code == 422
    assert error in words(page)
    assert 'value="hoog"' in words(page)
    assert fatimas.get(url("relocation-check")).url == url("relocation")


def test_too_early_it_says_from_when(fatimas, typed, today):
    page = fatimas.post(url("relocation"), typed(moves_on=f"{today + timedelta(days=29):%d-%m-%Y}"))

    tomorrow = date_format(today + timedelta(days=1), "j F Y")
    assert f"U kunt deze verhuizing doorgeven vanaf {tomorrow}" in words(page)


@pytest.mark.parametrize(("moves_on", "status"), [("1-1-0001", 302), ("31-12-9999", 422)])
def test_a_year_that_was_typed_wrong_breaks_nothing(fatimas, typed, moves_on, status):
    answer = fatimas.post(url("relocation"), typed(moves_on=moves_on))

    assert answer.status_code == status
    if status == 302:
        assert "Wij nemen uw verhuizing nog aan" in words(fatimas.get(answer.url))


@pytest.mark.parametrize(("days", "warns"), [(5, False), (6, True)])
def test_late_is_taken_with_a_warning(fatimas, typed, today, days, warns):
    given = typed(moves_on=f"{today - timedelta(days=days):%d-%m-%Y}")

    page = words(sends(fatimas, given))

    assert ("Wij nemen uw verhuizing nog aan" in page) is warns
    assert "Trek mijn verhuizing in" not in page


def test_going_back_keeps_what_was_typed_until_it_was_sent(fatimas, typed):
    fatimas.post(url("relocation"), typed())
    assert 'value="7821ab"' in words(fatimas.get(url("relocation")))

    sent = sends(fatimas, typed())

    assert fatimas.get(url("relocation")).url == sent.request["PATH_INFO"]
    assert fatimas.post(url("relocation"), typed()).url == sent.request["PATH_INFO"]
    assert Relocation.objects.count() == 1


def test_it_can_be_withdrawn_and_noticed_anew(fatimas, case, away, typed):
    sends(fatimas, away)

    page = fatimas.post(url("relocation-withdraw", Relocation.objects.get().pk), follow=True)

    assert "Deze verhuizing gaat niet door" in words(page)
    assert "Uw verhuizing gaat niet door" in words(fatimas.get(url("case", case.pk)))
    assert "Gaat niet door" in words(fatimas.get(url("relocation")))
    sends(fatimas, typed())
    assert Relocation.objects.noticed().count() == 1


def test_on_the_day_the_page_and_the_aanvraag_say_what_changed(
    fatimas, case, sam, away, today, at_work
):
    granted(case, "toegekend", sam)
    page = sends(fatimas, away)
    apply_relocations(today + timedelta(days=7), by=TESTS, at=timezone.now())

    relocation = Relocation.objects.get()
    assert relocation.state == RelocationState.IN_FORCE
    assert "Uw verhuizing is verwerkt" in words(fatimas.get(page.request["PATH_INFO"]))
    assert "Vraag dit opnieuw aan bij uw nieuwe gemeente" in words(
        fatimas.get(url("case", case.pk))
    )


def test_a_move_of_somebody_else_is_not_found(fatimas, typed, katja, signed_in):
    sends(fatimas, typed())
    key, katjas = Relocation.objects.get().pk, signed_in(katja)

    assert katjas.get(url("relocation-one", key)).status_code == 404
    assert katjas.post(url("relocation-withdraw", key)).status_code == 404
    assert Relocation.objects.get().is_noticed


def test_who_is_not_signed_in_is_asked_to(client, emmen):
    client.defaults["HTTP_HOST"] = "emmen.localhost"

    assert client.get(url("relocation")).status_code == 302


def test_the_pages_take_few_queries(fatimas, case, debts, typed, django_assert_max_num_queries):
    fatimas.post(url("relocation"), typed())

    with django_assert_max_num_queries(20):
        fatimas.get(url("relocation-check"))
    page = sends(fatimas, typed())
    with django_assert_max_num_queries(20):
        fatimas.get(page.request["PATH_INFO"])


# --- at the desk


def at_desk(at_work, sam, case):
    address = reverse("desk-case", "plein.web.desk.urls", args=[case.pk])
    return words(at_work(sam.account, DESK).get(address))


def test_staff_read_that_somebody_leaves_and_what_ends(
    fatimas, case, sam, away, today, at_work, django_assert_max_num_queries
):
    granted(case, "toegekend", sam)
    assert "verhuist" not in at_desk(at_work, sam, case)
    sends(fatimas, away)

    page = at_desk(at_work, sam, case)

    assert f"verhuist op {in_words(today + timedelta(days=7))}, naar een andere gemeente" in page
    assert "Wat de inwoner krijgt, stopt" in page
    assert "Buren" not in page


def test_staff_read_that_they_have_to_choose_and_not_the_address(
    fatimas, case, join, gkb, sam, typed, today, at_work
):
    area = set_area("Zuid", [read_span("7812")], **DID)
    contract(area, KEY, gkb, start=TODAY, until=None, **DID)
    join()
    sends(fatimas, typed())
    apply_relocations(today + timedelta(days=7), by=TESTS, at=timezone.now())

    page = at_desk(at_work, sam, case)

    assert "De inwoner verhuisde op" in page
    assert "Kies zelf een organisatie" in page
    assert "7821 AB" not in page
