"""About where somebody lives, of two registers; and of whom it is a secret nobody is asked."""

import json

import pytest

from plein.audit.models import Look
from plein.gateways.back_channel import Answer, call
from plein.identity.actions import know_resident
from plein.kernel.bsn import Bsn
from plein.kernel.geo import Point
from plein.vault.actions.keeping import Incoming, keep
from plein.vault.actions.opening import vault_of
from plein.vault.models import Mode
from plein.vault.readings import SECRET
from plein.webshop.home import DistanceNotKnown, home_of
from tests.cast import NOON, TESTS
from tests.gateways.sources import FATIMA, KATJA, LOTTE, NOBODY, PIET, SAMIR, run_sources

PATH = "locatieserver/search/v3_1"


@pytest.fixture(scope="module")
def sources():
    with run_sources() as running:
        yield running


@pytest.fixture
def asked(sources, settings, monkeypatch):
    """Which addresses are called, in order."""
    settings.SOURCES = settings.SOURCES | {"brp": f"{sources.url}/brp"}
    settings.LOCATIESERVER_URL = f"{sources.url}/{PATH}"
    urls: list[str] = []

    def listen(method, url, **kwargs):
        urls.append(url.removeprefix(sources.url))
        return call(method, url, **kwargs)

    monkeypatch.setattr("plein.gateways.source.call", listen)
    return urls


def home_at(bsn: Bsn) -> Point:
    resident = know_resident(bsn, by=TESTS, at=NOON)
    return home_of(resident, by=resident.actor, at=NOON)


@pytest.mark.parametrize(
    ("bsn", "home"),
    [
        (KATJA, Point(52.789, 6.905)),
        (FATIMA, Point(52.796, 6.897)),
        (SAMIR, Point(52.663, 6.738)),
    ],
)
def test_home_is_known_to_a_block(emmen, asked, bsn, home):
    assert home_at(bsn) == home


def test_only_postcode_and_number_leave_and_the_look_is_logged(emmen, asked):
    home_at(FATIMA)

    look = Look.objects.get()
    assert asked[1].startswith(f"/{PATH}/free?q=7812ZZ+31&")
    assert FATIMA.reveal() not in "".join(asked)
    assert sorted(look.elements) == ["adres", "burgerservicenummer"]
    assert look.purpose == "om te laten zien hoe ver een winkel is"


def test_of_a_secret_address_the_register_of_addresses_hears_nothing(emmen, asked):
    with pytest.raises(DistanceNotKnown):
        home_at(PIET)

    assert asked == ["/brp/personen"]


def test_an_address_that_is_a_secret_and_no_briefadres_is_a_secret_too(emmen, asked, monkeypatch):
    door = {"postcode": "7812ZZ", "huisnummer": 31}
    person = {
        "burgerservicenummer": FATIMA.reveal(),
        "geheimhoudingPersoonsgegevens": True,
        "verblijfplaats": {"type": "Adres", "verblijfadres": door},
    }

    def brp(_method, url, **_):
        asked.append(url)
        return Answer(200, json.dumps({"personen": [person]}).encode())

    monkeypatch.setattr("plein.gateways.source.call", brp)

    with pytest.raises(DistanceNotKnown):
        home_at(FATIMA)
    assert len(asked) == 1


def test_what_the_vault_knows_to_be_a_secret_is_not_asked_at_all(emmen, asked):
    vault = vault_of(know_resident(FATIMA, by=TESTS, at=NOON), at=NOON)
    keep(vault, [Incoming("geheimhouding", True, marks=(SECRET,))], mode=Mode.SOURCE, at=NOON)

    with pytest.raises(DistanceNotKnown):
        home_at(FATIMA)

    assert asked == []
    assert not Look.objects.exists()


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ("brp", "down"),
        ("brp", "empty"),
        ("brp", "partial"),
        ("locatieserver", "down"),
        ("locatieserver", "empty"),
        ("locatieserver", "several"),
        ("locatieserver", "wrong"),
    ],
)
def test_every_reason_has_the_same_words(emmen, sources, asked, source, fault):
    with sources.ill(fault, source=source), pytest.raises(DistanceNotKnown) as refused:
        home_at(FATIMA)

    assert str(refused.value) == "Wij kunnen niet laten zien hoe ver het is."


def test_somebody_the_brp_does_not_know_lives_nowhere(emmen, asked):
    with pytest.raises(DistanceNotKnown):
        home_at(NOBODY)


def test_without_a_register_of_addresses_the_brp_is_not_asked(emmen, asked, settings):
    settings.LOCATIESERVER_URL = ""

    with pytest.raises(DistanceNotKnown):
        home_at(LOTTE)

    assert asked == []
