"""Haal op uit uw wallet: the door, the client, the wallet and its issuer, all real."""

from urllib.parse import urlsplit

import pytest
from django.test import Client

from plein.audit.models import Act
from plein.gateways.digid.simulator.cast import load_cast
from plein.gateways.wallet.types import Question
from plein.identity.actions import household_of, know_resident
from plein.vault.access import OwnAccess
from plein.vault.gate import read
from plein.vault.models import Mode, Vault, VaultValue
from tests.cast import NOON, TESTS
from tests.gateways.wallet.wallet_simulator import run_simulator
from tests.web.conftest import url

KATJA = load_cast()["katja"].bsn


@pytest.fixture(scope="module")
def simulator():
    with run_simulator() as running:
        yield running


@pytest.fixture(autouse=True)
def connected(simulator, settings):
    """The wallet posts to our mailbox, and the test carries that to the door."""
    settings.WALLET_URL = f"{simulator.issuer}/authorize"
    settings.WALLET_PID_ISSUER = simulator.issuer
    settings.PORT = urlsplit(simulator.mailbox.address).port


@pytest.fixture
def katja(emmen):
    """Katja of the demo, whom the simulator knows."""
    resident = know_resident(KATJA, by=TESTS, at=NOON)
    household_of(resident, at=NOON, day=NOON.date(), name="Katja")
    return resident


@pytest.fixture
def client(katja, signed_in) -> Client:
    return signed_in(katja)


@pytest.fixture
def wallet_of(simulator):
    """Go to the wallet and choose there; the form that it brings to our door."""

    def choose(client, **options) -> dict[str, str]:
        there = client.get(url("wallet-ask")).headers["Location"]
        return simulator.visit(Question(there, {}), **options)

    return choose


def bring(form, host="emmen.localhost"):
    """The wallet at our door, without session, cookie or token of a form."""
    door = Client(HTTP_HOST=host, enforce_csrf_checks=True)
    return door.post(url("wallet-answer"), form)


def come_back(client, brought):
    address = urlsplit(brought.json()["redirect_uri"])
    return client.get(f"{address.path}?{address.query}", follow=True).content.decode()


def test_the_pid_of_the_resident_fills_in_the_document(client, wallet_of, katja):
    page = come_back(client, bring(wallet_of(client)))

    assert "Gelukt. Uw identiteitsbewijs staat nu in uw gegevens." in page
    vault = Vault.objects.get(resident=katja)
    (found,) = read(vault, ["id_document"], access=OwnAccess(katja), at=NOON)
    assert (found.mode, found.value["soort"]) == (Mode.WALLET, "PID")
    assert found.value.keys() == {"soort", "geldig_tot"}
    assert "Haal het opnieuw op" in page


def test_the_pid_of_another_is_refused_noted_and_not_shown(client, wallet_of):
    page = come_back(client, bring(wallet_of(client, person="fatima")))

    assert "Deze wallet is niet van u" in page
    assert not VaultValue.objects.exists()
    assert Act.objects.filter(name="vault.wallet.of_another").count() == 1
    number = load_cast()["fatima"].bsn.reveal()
    assert number not in page + str(list(Act.objects.values()))


@pytest.mark.parametrize(
    ("mode", "says"),
    [
        ("declined", "U hebt niets gedeeld"),
        ("missing_claim", "Uw wallet deelde niet genoeg"),
        ("expired", "Deze verklaring is verlopen"),
        ("revoked", "Deze verklaring is ingetrokken"),
        ("replay", "een antwoord op een andere vraag"),
        ("wrong_audience", "Dit is aan een ander gericht"),
    ],
)
def test_what_goes_wrong_is_said_and_nothing_is_kept(client, wallet_of, mode, says):
    page = come_back(client, bring(wallet_of(client, mode=mode)))

    assert says in page
    assert not VaultValue.objects.exists()


def test_an_answer_is_brought_once(client, wallet_of):
    form = wallet_of(client)
    assert bring(form).status_code == 200

    assert bring(form).status_code == 400


def test_the_way_back_works_once(client, wallet_of):
    brought = bring(wallet_of(client))
    come_back(client, brought)

    assert "klopt niet" in come_back(client, brought)


def test_somebody_else_with_the_way_back_gets_nothing(client, wallet_of, fatima, signed_in):
    """The browser must be the one that asked, and bring the code of the wallet that answered."""
    brought = bring(wallet_of(client))

    assert "klopt niet" in come_back(signed_in(fatima), brought)
    assert not VaultValue.objects.exists()


def test_a_wrong_code_gets_nothing(client, wallet_of):
    bring(wallet_of(client))

    page = client.get(url("wallet-back"), {"response_code": "x"}, follow=True)

    assert "klopt niet" in page.content.decode()


@pytest.mark.parametrize("form", [{}, {"state": "never-asked", "vp_token": "{}"}])
def test_what_was_not_asked_is_not_taken(emmen, form):
    assert bring(form).status_code == 400


def test_an_answer_to_emmen_is_not_taken_in_buren(client, wallet_of, buren):
    form = wallet_of(client)

    assert bring(form, host="buren.localhost").status_code == 400


def test_a_flood_is_not_taken(client, wallet_of):
    form = wallet_of(client)

    assert bring(form | {"vp_token": "x" * 200_000}).status_code == 400


def test_coming_back_without_having_asked(client):
    page = client.get(url("wallet-back"), {"response_code": "x"}, follow=True)

    assert "klopt niet" in page.content.decode()


def test_without_a_wallet_connected_the_page_says_so(client, settings):
    settings.WALLET_URL = ""

    page = client.get(url("wallet-ask"), follow=True)

    assert "kan hier nog niet" in page.content.decode()
