"""The rights of Katja on screen: report, take along, be forgotten."""

import io
import json
import zipfile
from datetime import timedelta
from importlib import import_module

import pytest
from django.conf import settings
from django.utils import timezone

from plein.audit.models import Look
from plein.identity.actions import household_of, know_resident
from plein.kernel.bsn import Bsn
from plein.tenants.scope import within
from plein.vault.actions.corrections import forward, mark_changed, refuse_change
from plein.vault.actions.erasing import approve_erasure, erase
from plein.vault.actions.exports import fill_export
from plein.vault.actions.keeping import Incoming, keep
from plein.vault.actions.opening import vault_of
from plein.vault.exporting.manifest import problems
from plein.vault.models import Correction, CorrectionState, Erasure, Export, Mode
from plein.vault.receipts import public_keys
from tests.cast import BSN_OF, NOON, TESTS, TODAY
from tests.web.conftest import url

MOST_QUERIES = 12
SAYS = "Mijn WW is 1600 euro"


@pytest.fixture
def katja(emmen):
    resident = know_resident(Bsn(BSN_OF["katja"]), by=TESTS, at=NOON)
    household_of(resident, at=NOON, day=TODAY, name="Katja")
    return resident


@pytest.fixture
def vault(katja):
    vault = vault_of(katja, at=NOON)
    keep(vault, [Incoming("ww_bruto", 148_200)], mode=Mode.SOURCE, at=NOON)
    return vault


@pytest.fixture
def katjas(katja, vault, signed_in):
    return signed_in(katja)


@pytest.fixture
def see(katjas):
    def page(name, *args):
        return katjas.get(url(name, *args)).content.decode()

    return page


def signed_in_ago(client, minutes):
    """As if the sign-in was so many minutes ago."""
    store = import_module(settings.SESSION_ENGINE).SessionStore
    session = store(client.cookies["plein_inwoner"].value)
    session["began"] = (timezone.now() - timedelta(minutes=minutes)).isoformat()
    session.save()


# --- report


@pytest.fixture
def reported(katjas):
    katjas.post(url("vault-report", "ww_bruto"), {"says": SAYS})
    return Correction.objects.select_related("version", "vault").get()


def test_the_page_of_a_value_asks_whether_it_is_right(see):
    assert "Klopt dit niet?" in see("vault-value", "ww_bruto")


def test_the_form_says_who_puts_it_right_and_by_when(see):
    text = see("vault-report", "ww_bruto")

    assert "Wat moet het zijn?" in text
    assert "Dit verbetert: UWV; gaat het om loon, dan eerst uw werkgever." in text
    assert "U krijgt antwoord op " in text


def test_a_report_has_a_page_with_steps_and_who_is_at_turn(see, reported):
    text = see("report", reported.pk)

    assert SAYS in text
    assert "Wij sturen uw melding door. U krijgt antwoord op" in text
    assert text.count("mo-steps__title") == 4
    assert "Gemeld" in see("reports")


def test_the_value_says_meanwhile_that_it_was_reported(see, reported):
    assert "U hebt gemeld dat dit niet klopt." in see("vault-group", "geld")
    assert "Bekijk uw melding" in see("vault-value", "ww_bruto")
    assert "Klopt dit niet?" not in see("vault-value", "ww_bruto")


def test_an_empty_report_is_asked_again_kindly(katjas):
    answer = katjas.post(url("vault-report", "ww_bruto"), {"says": " "})

    assert answer.status_code == 422
    assert "Schrijf op wat het volgens u moet zijn." in answer.content.decode()
    assert not Correction.objects.exists()


def test_reporting_again_leads_to_the_report_that_is_there(katjas, reported):
    for answer in (
        katjas.get(url("vault-report", "ww_bruto")),
        katjas.post(url("vault-report", "ww_bruto"), {"says": "Nog een keer"}),
    ):
        assert answer.url == url("report", reported.pk)
    assert Correction.objects.count() == 1


@pytest.mark.parametrize("key", ["bsn", "bri_inkomen", "bestaat_niet"])
def test_what_is_not_there_is_not_reported(katjas, key):
    assert katjas.get(url("vault-report", key)).status_code == 404


def test_what_one_filled_in_oneself_is_changed_and_not_reported(katjas, see):
    katjas.post(url("vault-state", "huurtoeslag"), {"value": "310,00"})

    assert "Klopt dit niet?" not in see("vault-value", "huurtoeslag")
    assert katjas.get(url("vault-report", "huurtoeslag")).status_code == 404


def test_a_report_is_withdrawn_once(katjas, see, reported):
    katjas.post(url("report-withdraw", reported.pk))
    again = katjas.post(url("report-withdraw", reported.pk), follow=True)

    assert "Dit kan nu niet met deze melding." in again.content.decode()
    assert "Trek mijn melding in" not in see("report", reported.pk)


def test_a_refusal_is_read_with_its_reason_and_can_be_disagreed_with(katjas, see, reported, sam):
    forward(reported, by=sam.actor, at=NOON)
    refuse_change(reported, "UWV zegt dat het klopt.", by=sam.actor, at=NOON)
    assert "UWV zegt dat het klopt." in see("report", reported.pk)

    katjas.post(url("report-disagree", reported.pk))

    reported.refresh_from_db()
    assert reported.state == CorrectionState.OBJECTED
    assert "Wij kijken er nog een keer naar." in see("report", reported.pk)


def test_what_was_put_right_says_how_to_see_it(see, reported, sam):
    forward(reported, by=sam.actor, at=NOON)
    mark_changed(reported, by=sam.actor, at=NOON)

    text = see("report", reported.pk)

    assert "Het is aangepast" in text
    assert "Haal uw gegevens opnieuw op" in text


# --- take along


@pytest.fixture
def made(katjas, vault):
    katjas.post(url("take-along"))
    export = Export.objects.select_related("vault__resident").get()
    fill_export(export, at=timezone.now())
    return export


def test_the_file_is_asked_for_and_the_page_waits(katjas, see):
    answer = katjas.post(url("take-along"))

    export = Export.objects.get()
    assert answer.url == url("take-along-file", export.pk)
    text = see("take-along-file", export.pk)
    assert "Wij maken uw bestand." in text
    assert 'hx-trigger="every 1s"' in text


def test_a_ready_file_is_fetched_and_is_whole(katjas, see, made, emmen):
    assert "Uw bestand is klaar." in see("take-along-file", made.pk)
    assert "Uw bestand staat klaar" in see("take-along")

    answer = katjas.get(url("take-along-zip", made.pk))

    assert answer.headers["Content-Type"] == "application/zip"
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Content-Disposition"].startswith('attachment; filename="mijn-gegevens-')
    assert problems(answer.content, public_keys()) == []
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        found = json.loads(archive.read("inzage.json"))
    assert [each["element"] for each in found["values"]] == ["ww_bruto"]


@pytest.mark.parametrize(("minutes", "status"), [(4.9, 200), (5, 403), (60, 403)])
def test_the_file_is_for_who_signed_in_just_now(katjas, made, minutes, status):
    signed_in_ago(katjas, minutes)

    answer = katjas.get(url("take-along-zip", made.pk))

    assert answer.status_code == status
    if status == 403:
        assert "Log nog een keer in" in answer.content.decode()
        assert not answer.content.startswith(b"PK")


@pytest.mark.parametrize("name", ["take-along", "forget-ask"])
def test_making_a_file_and_erasing_ask_for_a_fresh_sign_in_too(katjas, vault, name):
    signed_in_ago(katjas, 6)

    answer = katjas.post(url(name))

    assert answer.status_code == 403
    assert not Export.objects.exists()
    assert not Erasure.objects.exists()


def test_signing_in_again_goes_on_where_one_was(katjas, made):
    answer = katjas.post(url("sign-in-again"), {"then": url("take-along-file", made.pk)})

    assert answer.url == url("to-digid")
    store = import_module(settings.SESSION_ENGINE).SessionStore
    assert store(katjas.cookies["plein_inwoner"].value)["next"] == url("take-along-file", made.pk)


def test_signing_in_again_leads_to_no_other_site(katjas):
    katjas.post(url("sign-in-again"), {"then": "https://evil.example/"})

    store = import_module(settings.SESSION_ENGINE).SessionStore
    assert "next" not in store(katjas.cookies["plein_inwoner"].value)


def test_a_file_that_is_over_says_so(katjas, see, made):
    Export.objects.update(until=timezone.now())

    assert "Dit bestand is weg." in see("take-along-file", made.pk)
    answer = katjas.get(url("take-along-zip", made.pk), follow=True)
    assert "Dit bestand is weg." in answer.content.decode()


def test_one_that_went_wrong_says_so(katjas, see):
    katjas.post(url("take-along"))
    Export.objects.update(asked_at=timezone.now() - timedelta(minutes=3))

    assert "Het lukte niet" in see("take-along-file", Export.objects.get().pk)


# --- be forgotten


def test_the_page_says_what_goes_what_stays_and_by_which_law(see):
    text = see("forget")

    assert "nu 1 gegeven" in text
    assert "10 jaar nadat uw uitkering stopt" in text
    assert "Selectielijst gemeenten 2020, 8.1" in text
    assert "Wmo 2015 artikel 5.3.5" in text


def test_it_is_asked_and_taken_back(katjas, see):
    katjas.post(url("forget-ask"))
    assert "U hebt gevraagd om alles te wissen" in see("forget")
    again = katjas.post(url("forget-ask"), follow=True)
    assert "U kunt het nog intrekken." in again.content.decode()

    katjas.post(url("forget-withdraw"))

    assert "U hebt gevraagd" not in see("forget")
    assert Erasure.objects.get().state == "ingetrokken"


def test_afterwards_every_page_opens_and_says_that_it_is_empty(katjas, see, femke, katja):
    katjas.post(url("forget-ask"))
    erasure = Erasure.objects.get()
    approve_erasure(erasure, by=femke, at=erasure.asked_at)
    erase(erasure, by=TESTS, at=erasure.not_before)

    assert "Uw kluis is gewist" in see("forget")
    assert "Hier staat nog niets" in see("vault-group", "geld")
    assert "Hier staat nog niets" in see("vault-value", "ww_bruto")
    katjas.post(url("vault-state", "huurtoeslag"), {"value": "310,00"})
    assert "310,00" in see("vault-value", "huurtoeslag")


# --- everywhere


def test_the_pages_take_few_queries(katjas, reported, made, django_assert_max_num_queries):
    pages = [
        url("vault-value", "ww_bruto"),
        url("reports"),
        url("report", reported.pk),
        url("take-along"),
        url("take-along-file", made.pk),
        url("forget"),
    ]
    for page in pages:
        katjas.get(page)
        with django_assert_max_num_queries(MOST_QUERIES):
            assert katjas.get(page).status_code == 200


OBJECTS = [
    ("report", "get"),
    ("report-withdraw", "post"),
    ("report-disagree", "post"),
    ("take-along-file", "get"),
    ("take-along-zip", "get"),
]


@pytest.mark.parametrize(("name", "method"), OBJECTS)
def test_a_neighbour_finds_nothing_of_it(reported, made, fatima, signed_in, name, method):
    row = reported if name.startswith("report") else made

    answer = getattr(signed_in(fatima), method)(url(name, row.pk))

    assert answer.status_code == 404


@pytest.mark.parametrize(("name", "method"), OBJECTS)
def test_nor_does_katja_in_another_municipality(reported, made, buren, signed_in, name, method):
    row = reported if name.startswith("report") else made
    with within(buren):
        there = know_resident(Bsn(BSN_OF["katja"]), by=TESTS, at=NOON)
        household_of(there, at=NOON, day=TODAY)

        client = signed_in(there, host="buren.localhost")
        assert client.get("/overzicht/").status_code == 200
        assert getattr(client, method)(url(name, row.pk)).status_code == 404


def test_what_katja_wrote_stands_in_no_log(reported, see):
    see("report", reported.pk)

    assert SAYS not in str(list(Look.objects.values()))
