"""Somebody elsewhere checks a verklaring with what the municipality publishes, and nothing more."""

import pytest
from django.test import Client
from django.utils import timezone

from plein.kernel.sd_jwt import Challenge, Trust, present, verify
from plein.kernel.sd_jwt.keys import read_key_set
from plein.kernel.sd_jwt.refusals import Revoked
from plein.vault.actions.credential_states import revoke_credential
from plein.vault.actions.showing import SHOWN
from plein.vault.credentials.sealed import open_up
from tests.cast import TESTS
from tests.vault.conftest import from_source, katja, vault  # noqa: F401 - fixtures
from tests.vault.verklaringen import PASS, made

ASKED = Challenge("nonce", "https://bank.example")
HERE = "http://emmen.localhost:8000"


@pytest.fixture
def bank(emmen) -> Client:
    return Client(HTTP_HOST="emmen.localhost")


@pytest.fixture
def credential(vault, from_source):
    from_source(minimabudgetten=PASS)
    return made(vault, at=timezone.now())


def fetched(bank, address: str):
    assert address.startswith(HERE)
    response = bank.get(address.removeprefix(HERE))
    assert response.status_code == 200
    return response


def read_by_bank(bank, presentation):
    """Discovery, keys, kind and list: all over the public addresses."""
    found = fetched(bank, f"{HERE}/.well-known/jwt-vc-issuer").json()
    keys = read_key_set(fetched(bank, found["jwks_uri"]).json())
    kind = f"{HERE}/verklaringen/pasbewijs/1"
    assert fetched(bank, kind).json()["vct"] == kind
    return verify(
        presentation,
        trust=Trust({found["issuer"]: keys}, {kind}),
        challenge=ASKED,
        status_list=lambda uri: fetched(bank, uri).content.decode(),
        at=timezone.now(),
    )


def shown(credential):
    at = timezone.now()
    opened = open_up(credential, ["pas_geldig"], purpose=SHOWN, by=TESTS, at=at)
    return present(opened.token, ["pas_geldig"], challenge=ASKED, holder=opened.holder, at=at)


def test_a_bank_verifies_with_public_addresses_alone(bank, credential):
    assert read_by_bank(bank, shown(credential)).claims == {"pas_geldig": True}


def test_a_bank_sees_at_once_that_it_was_stopped(bank, credential):
    presentation = shown(credential)

    revoke_credential(credential, by=TESTS, at=timezone.now())

    with pytest.raises(Revoked):
        read_by_bank(bank, presentation)


def test_no_private_half_is_published(bank, credential):
    (key,) = bank.get("/verklaringen/sleutels.json").json()["keys"]

    assert set(key) == {"kty", "crv", "x", "y", "kid", "use", "alg"}


def test_the_list_may_be_kept_a_minute_and_sets_no_cookie(bank, credential):
    response = bank.get("/status/1.jwt")

    assert response.headers["Cache-Control"] == "public, max-age=60"
    assert response.headers["Content-Type"] == "application/statuslist+jwt"
    assert not response.cookies


@pytest.mark.parametrize(
    "path", ["/status/2.jwt", "/verklaringen/pasbewijs/2", "/verklaringen/koning/1"]
)
def test_what_is_not_there_is_not_found(bank, credential, path):
    assert bank.get(path).status_code == 404


def test_a_municipality_without_verklaringen_publishes_no_keys(emmen, buren):
    assert Client(HTTP_HOST="buren.localhost").get("/verklaringen/sleutels.json").json() == {
        "keys": []
    }


def test_kinds_are_shown_in_words_and_colours_that_can_be_read(bank, credential):
    about = bank.get("/verklaringen/pasbewijs/1").json()

    assert about["display"][0]["name"] == "Pasbewijs"
    assert {claim["path"][0] for claim in about["claims"]} >= {"pas_geldig"}
