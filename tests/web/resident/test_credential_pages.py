"""Mijn verklaringen: make one, show it, set it still, make it stop."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from plein.audit.models import Look
from plein.identity.actions import household_of, know_resident
from plein.kernel.bsn import Bsn
from plein.tenants.scope import within
from plein.vault.models import Credential, CredentialState, Showing
from tests.cast import NOON, TESTS
from tests.vault.conftest import from_source, katja, vault  # noqa: F401 - fixtures
from tests.vault.verklaringen import PASS, made
from tests.web.conftest import url


@pytest.fixture
def client(katja, signed_in) -> Client:
    return signed_in(katja)


@pytest.fixture
def credential(vault, from_source) -> Credential:
    from_source(minimabudgetten=PASS, geboortedatum="1998-03-01")
    return made(vault, at=timezone.now())


def text(response) -> str:
    return re.sub(r"\s+", " ", response.content.decode())


def choose(client, kind="pasbewijs"):
    return client.post(url("credentials"), {"kind": kind}, follow=True)


def test_one_sees_exactly_what_comes_in_it_before_it_is_made(client, from_source):
    from_source(minimabudgetten=PASS, geboortedatum="1998-03-01")

    page = text(choose(client))

    assert "Pas is geldig</dt>" in page
    assert "Is 18 jaar of ouder</dt>" in page
    assert re.search(r"Dit komt er niet in.*Woont in deze gemeente", page)
    assert "De verklaring geldt tot en met" in page
    assert Credential.objects.get().state == CredentialState.REQUESTED


def test_with_too_little_known_nothing_can_be_made(client):
    page = text(choose(client))

    assert "Dit kunnen wij nu niet verklaren" in page
    assert "Maak deze verklaring" not in page


def test_a_forged_click_with_too_little_known_is_refused_kindly(client):
    choose(client)

    page = client.post(url("credential-make", Credential.objects.get().pk), follow=True)

    assert "Dit kunnen wij nu niet verklaren. Wij weten nog te weinig" in text(page)


def test_without_a_choice_the_page_says_what_to_do(client):
    page = client.post(url("credentials"), {})

    assert page.status_code == 422
    assert "Kies welke verklaring u wilt maken." in text(page)


def test_from_choice_to_code(client, from_source):
    from_source(minimabudgetten=PASS, geboortedatum="1998-03-01")
    choose(client)
    credential = Credential.objects.get()

    page = text(client.post(url("credential-make", credential.pk), follow=True))
    assert "Uw verklaring is klaar" in page
    assert "Bewaard door de gemeente" in page
    assert re.search(r'value="pas_geldig"[^>]*checked', page)
    assert not re.search(r'value="is_18_plus"[^>]*checked', page)

    shown = client.post(
        url("credential-show", credential.pk), {"names": ["pas_geldig"]}, follow=True
    )
    assert "Dit ziet de ander" in text(shown)
    assert "data:image/svg+xml" in text(shown)
    assert "Is 18 jaar of ouder" not in text(shown)


@pytest.mark.parametrize("names", [[], ["naam_voornamen"], ["<script>"]])
def test_one_shows_something_and_only_from_what_is_in_it(client, credential, names):
    page = client.post(url("credential-show", credential.pk), {"names": names})

    assert page.status_code == 422
    assert not Showing.objects.exists()


def test_setting_still_going_on_and_stopping(client, credential):
    still = text(client.post(url("credential-suspend", credential.pk), follow=True))
    assert "Uw verklaring staat stil" in still
    assert "Maak een code" not in still

    again = text(client.post(url("credential-resume", credential.pk), follow=True))
    assert "Maak een code" in again

    over = text(client.post(url("credential-stop", credential.pk), follow=True))
    assert "Wij hebben weggegooid wat erin stond" in over
    assert "ja" not in re.findall(r"<dd[^>]*>([^<]*)</dd>", over)


def test_a_second_click_on_stop_is_said_calmly(client, credential):
    client.post(url("credential-stop", credential.pk))

    page = text(client.post(url("credential-stop", credential.pk), follow=True))

    assert "Dit kan nu niet. Deze verklaring is gestopt." in page


def test_a_code_that_was_used_or_is_over_says_so(client, credential):
    client.post(url("credential-show", credential.pk), {"names": ["pas_geldig"]})
    showing = Showing.objects.get()
    Showing.objects.update(used_at=showing.made_at)

    page = text(client.get(url("showing", showing.pk)))

    assert "Deze code is gebruikt op" in page
    assert "data:image" not in page


def test_each_look_of_the_resident_stands_in_the_log(client, credential, katja):
    client.get(url("credential", credential.pk))

    line = Look.objects.filter(subject=katja.pk).latest("id")
    assert line.purpose == "omdat u uw verklaring bekeek"


CHANGES = ["make", "suspend", "resume", "stop", "show"]


@pytest.mark.parametrize("name", ["credential", *(f"credential-{each}" for each in CHANGES)])
def test_a_neighbour_finds_nothing(credential, fatima, signed_in, name):
    client = signed_in(fatima)
    send = client.get if name == "credential" else client.post

    assert send(url(name, credential.pk)).status_code == 404


def test_the_code_of_a_neighbour_is_not_found(client, credential, fatima, signed_in):
    client.post(url("credential-show", credential.pk), {"names": ["pas_geldig"]})

    assert signed_in(fatima).get(url("showing", Showing.objects.get().pk)).status_code == 404


def test_somebody_in_buren_finds_nothing_of_emmen(credential, buren, signed_in):
    with within(buren):
        lotte = know_resident(Bsn("999990032"), by=TESTS, at=NOON)
        household_of(lotte, at=NOON, day=NOON.date())
        client = signed_in(lotte, host="buren.localhost")

        assert client.get(url("credential", credential.pk)).status_code == 404


@pytest.mark.parametrize("name", [f"credential-{each}" for each in CHANGES])
def test_what_changes_something_is_not_done_by_a_link(client, credential, name):
    assert client.get(url(name, credential.pk)).status_code == 405


def test_the_pages_ask_little_of_the_database(client, credential):
    client.get(url("credentials"))
    client.post(url("credential-show", credential.pk), {"names": ["pas_geldig"]})
    showing = Showing.objects.get()
    pages = [url("credentials"), url("credential", credential.pk), url("showing", showing.pk)]

    assert all(statements(client, page) <= 12 for page in pages)


def statements(client, page) -> int:
    """What is read and written; not the savepoints, nor telling the wall where we are."""
    with CaptureQueriesContext(connection) as asked:
        assert client.get(page).status_code == 200
    apart = ("SAVEPOINT", "RELEASE", "SELECT set_config")
    return len([query for query in asked if not query["sql"].startswith(apart)])
