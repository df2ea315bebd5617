"""Residents come in with DigiD: the door, the client and the identity provider, all real."""

from urllib.parse import parse_qsl, urlsplit

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from plein.audit.models import Look
from plein.identity.digid import connect_by_oidc, public_keys
from plein.identity.models import Resident
from plein.web.doors import RESIDENT
from tests.cast import BSN_OF
from tests.gateways.digid.digid_simulator import http, run_simulator

ANSWER = "/inloggen/digid/antwoord/"


@pytest.fixture
def digid(emmen, buren):
    """The simulator, which knows both municipalities by their own keys."""
    for municipality in (emmen, buren):
        connect_by_oidc(municipality, issuer="http://localhost:1", client_id=municipality.slug)
    clients = {
        m.slug: {
            "municipality": m.slug,
            "redirect_uris": [f"http://{m.slug}.localhost{ANSWER}"],
            "jwks": public_keys(m),
        }
        for m in (emmen, buren)
    }
    with run_simulator(clients) as simulator:
        for municipality in (emmen, buren):
            municipality.digid["issuer"] = simulator.issuer
            municipality.save(update_fields=["digid"])
        yield simulator


def browser(slug="emmen") -> Client:
    return Client(HTTP_HOST=f"{slug}.localhost")


def choose(client: Client, **form: str) -> dict[str, str]:
    """Go to DigiD, be somebody there, and carry the answer back."""
    there = client.get("/inloggen/digid/").url
    back = http.post(there, data=form, timeout=5)
    return dict(parse_qsl(urlsplit(back.headers["Location"]).query))


def test_a_resident_signs_in_and_the_first_look_stands_in_the_log(digid, fatima):
    client = browser()

    answer = choose(client, bsn=BSN_OF["fatima"], level="MIDDEN")
    page = client.get(ANSWER, answer, follow=True)

    assert page.request["PATH_INFO"] == "/overzicht/"
    assert "Welkom, Fatima" in page.content.decode()
    look = Look.objects.latest("id")
    assert (look.elements, look.purpose) == (["namen van het huishouden"], "omdat u inlogde")


def test_somebody_new_gets_an_empty_overview(digid):
    client = browser()

    client.get(ANSWER, choose(client, bsn="999994542", level="MIDDEN"))

    assert Resident.objects.count() == 1
    assert "U hebt nog geen budget" in client.get("/overzicht/").content.decode()


def test_the_session_gets_a_new_id_and_is_sealed(digid, fatima):
    client = browser()
    answer = choose(client, bsn=BSN_OF["fatima"], level="MIDDEN")
    before = client.cookies[RESIDENT.cookie].value

    client.get(ANSWER, answer)

    assert client.cookies[RESIDENT.cookie].value != before
    assert "Fatima" not in Session.objects.latest("expire_date").session_data


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"state": "forged"}, "niet gelukt"),
        ({"code": "forged"}, "niet gelukt"),
        ({"error": "access_denied", "code": ""}, "U bent niet ingelogd"),
    ],
)
def test_an_answer_that_was_changed_signs_nobody_in(digid, fatima, change, says):
    client = browser()
    answer = choose(client, bsn=BSN_OF["fatima"], level="MIDDEN") | change

    page = client.get(ANSWER, answer, follow=True)

    assert says in page.content.decode()
    assert client.get("/overzicht/").status_code == 302


def test_an_answer_works_once(digid, fatima):
    client = browser()
    answer = choose(client, bsn=BSN_OF["fatima"], level="MIDDEN")
    client.get(ANSWER, answer)
    client.post("/uitloggen/")

    page = client.get(ANSWER, answer, follow=True)

    assert "niet gelukt" in page.content.decode()


def test_an_answer_for_one_browser_is_nothing_to_another(digid, fatima):
    answer = choose(browser(), bsn=BSN_OF["fatima"], level="MIDDEN")

    page = browser().get(ANSWER, answer, follow=True)

    assert "niet gelukt" in page.content.decode()


def test_an_answer_for_emmen_does_not_open_buren(digid, fatima):
    answer = choose(browser("emmen"), bsn=BSN_OF["fatima"], level="MIDDEN")

    other = browser("buren")
    other.get("/inloggen/digid/")
    page = other.get(ANSWER, answer, follow=True)

    assert "niet gelukt" in page.content.decode()


def test_a_lower_level_than_asked_is_refused(digid, fatima):
    client = browser()

    page = client.get(ANSWER, choose(client, bsn=BSN_OF["fatima"], level="BASIS"), follow=True)

    assert "Log in met de DigiD-app." in page.content.decode()


def test_signing_out_ends_the_session_and_clears_the_browser(digid, fatima):
    client = browser()
    client.get(ANSWER, choose(client, bsn=BSN_OF["fatima"], level="MIDDEN"))

    response = client.post("/uitloggen/")

    assert response.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert client.get("/overzicht/").status_code == 302


def test_digid_that_is_down_is_said_calmly(emmen):
    connect_by_oidc(emmen, issuer="http://localhost:1", client_id="emmen")

    page = browser().get("/inloggen/digid/", follow=True)

    assert "DigiD werkt nu niet" in page.content.decode()


def test_a_municipality_without_digid_says_so(emmen):
    page = browser().get("/inloggen/digid/", follow=True)

    assert "kan hier nog niet" in page.content.decode()
