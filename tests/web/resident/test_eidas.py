"""Residents of another country of the EU come in with their own eID, by the same broker."""

from io import StringIO
from urllib.parse import parse_qsl, urlsplit

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from plein.identity.digid import connect_by_oidc, public_keys
from plein.identity.models import Resident
from tests.gateways.digid.digid_simulator import http, run_simulator

DIGID, EIDAS = "/inloggen/digid/", "/inloggen/eidas/"
ELISE = "999900900"


@pytest.fixture
def broker(emmen):
    """One that offers both."""
    connect_by_oidc(emmen, issuer="http://localhost:1", client_id="emmen", eidas=True)
    answers = [f"http://emmen.localhost{door}antwoord/" for door in (DIGID, EIDAS)]
    client = {"municipality": "emmen", "redirect_uris": answers, "jwks": public_keys(emmen)}
    with run_simulator({"emmen": client}) as simulator:
        emmen.digid["issuer"] = simulator.issuer
        emmen.save(update_fields=["digid"])
        yield simulator


@pytest.fixture
def browser() -> Client:
    return Client(HTTP_HOST="emmen.localhost")


def choose(browser, door=EIDAS, **form: str) -> dict[str, str]:
    """Go to the broker, be somebody there, and carry the answer back."""
    back = http.post(browser.get(door).url, data=form, timeout=5)
    return dict(parse_qsl(urlsplit(back.headers["Location"]).query))


def come_back(browser, answer, door=EIDAS):
    return browser.get(f"{door}antwoord/", answer, follow=True)


def test_who_has_a_bsn_comes_in(broker, browser):
    assert "eIDAS" in browser.get("/").content.decode()

    page = come_back(browser, choose(browser, bsn=ELISE, level="SUBSTANTIEEL"))

    assert page.request["PATH_INFO"] == "/overzicht/"
    assert Resident.objects.count() == 1


def test_the_broker_shows_people_of_other_countries(broker, browser):
    page = http.get(browser.get(EIDAS).url, timeout=5).text

    assert "Élise" in page
    assert "Katja" not in page
    assert "Élise" not in http.get(browser.get(DIGID).url, timeout=5).text


def test_of_who_has_no_bsn_nothing_is_kept_and_the_way_to_one_is_shown(broker, browser):
    page = come_back(browser, choose(browser, bsn="", level="HOOG"))

    assert "Wij kennen uw BSN nog niet" in page.content.decode()
    assert browser.get("/overzicht/").status_code == 302
    assert not Resident.objects.exists()


@pytest.mark.parametrize(
    ("level", "comes_in"), [("BASIS", False), ("SUBSTANTIEEL", True), ("HOOG", True)]
)
def test_a_means_that_is_less_sure_is_refused(broker, browser, level, comes_in):
    page = come_back(browser, choose(browser, bsn=ELISE, level=level))

    assert ("Kies een inlogmiddel dat zekerder is." in page.content.decode()) is not comes_in
    assert (browser.get("/overzicht/").status_code == 200) is comes_in


def test_digid_is_no_word_for_who_comes_from_elsewhere(broker, browser):
    stopped = come_back(browser, choose(browser, cancel="1")).content.decode()
    changed = come_back(browser, choose(browser, bsn=ELISE) | {"state": "forged"}).content.decode()

    assert "U bent gestopt met inloggen." in stopped
    assert "Het inloggen is niet gelukt. Probeer het opnieuw." in changed


def test_the_answer_of_one_door_is_nothing_at_the_other(broker, browser):
    answer = choose(browser, bsn=ELISE, level="HOOG")

    page = come_back(browser, answer, door=DIGID)

    assert "niet gelukt" in page.content.decode()
    assert browser.get("/overzicht/").status_code == 302


def test_a_number_that_is_no_bsn_is_refused_and_no_reason_to_ask_for_one(broker, browser):
    with broker.with_fault("bsn"):
        page = come_back(browser, choose(browser, bsn=ELISE, level="HOOG"))

    assert "Het inloggen is niet gelukt." in page.content.decode()


def test_a_broker_that_is_down_is_said_calmly(emmen, browser):
    connect_by_oidc(emmen, issuer="http://localhost:1", client_id="emmen", eidas=True)

    page = browser.get(EIDAS, follow=True)

    assert "Inloggen met uw Europese inlogmiddel kan nu niet." in page.content.decode()


def test_where_it_is_not_offered_there_is_no_door(emmen, browser):
    connect_by_oidc(emmen, issuer="http://localhost:1", client_id="emmen")

    assert "eIDAS" not in browser.get("/").content.decode()
    assert "kan hier nog niet" in browser.get(EIDAS, follow=True).content.decode()


def test_an_administrator_connects_it_and_hears_which_addresses_the_broker_needs(emmen):
    told = StringIO()

    call_command(
        "connect_digid",
        "emmen",
        issuer="https://broker.example",
        client_id="plein",
        eidas=True,
        stdout=told,
    )

    emmen.refresh_from_db()
    assert emmen.digid["eidas"] is True
    assert f"https://{emmen.host}{EIDAS}antwoord/" in told.getvalue()
    with pytest.raises(CommandError, match="eIDAS gaat over OpenID Connect"):
        call_command("connect_digid", "emmen", saml="settings.yaml", eidas=True)
