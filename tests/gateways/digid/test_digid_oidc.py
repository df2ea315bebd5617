"""Signing in over OpenID Connect: real HTTP to the simulator, and every way to be refused."""

from datetime import timedelta
from urllib.parse import parse_qsl, urlsplit

import pytest
from digid_simulator import Simulator, choose, now, redirect_uri, sign_in

from plein.gateways.digid.keys import new_signing_key
from plein.gateways.digid.level import Level
from plein.gateways.digid.simulator.cast import load_cast
from plein.gateways.digid.types import DigidUnreachable, Reason, SignInRefused

FATIMA = load_cast()["fatima"].bsn
FORGERIES = [
    ("forged", Reason.SIGNATURE),
    ("unknown_key", Reason.SIGNATURE),
    ("unsigned", Reason.SIGNATURE),
    ("hmac", Reason.SIGNATURE),
    ("issuer", Reason.ISSUER),
    ("audience", Reason.AUDIENCE),
    ("party", Reason.PARTY),
    ("nonce", Reason.NONCE),
    ("level", Reason.LEVEL),
    ("expired", Reason.EXPIRED),
    ("bsn", Reason.BSN),
]


@pytest.mark.parametrize(("fault", "reason"), FORGERIES)
def test_a_forged_or_spoiled_token_is_refused(simulator: Simulator, fault: str, reason: Reason):
    client = simulator.client("emmen")

    with simulator.with_fault(fault), pytest.raises(SignInRefused) as refused:
        sign_in(client, FATIMA.reveal())

    assert refused.value.reason is reason


@pytest.mark.parametrize("state", ["of-another-session", ""])
def test_an_answer_with_another_state_is_refused(simulator: Simulator, state: str):
    client = simulator.client("emmen")
    beginning = client.begin(at=now())
    answer = choose(beginning, bsn=FATIMA.reveal()) | {"state": state}

    with pytest.raises(SignInRefused) as refused:
        client.finish(kept=beginning.kept, answer=answer, at=now())

    assert refused.value.reason is Reason.STATE


def test_a_code_is_worth_nothing_in_another_session(simulator: Simulator):
    client = simulator.client("emmen")
    stolen = choose(client.begin(at=now()), bsn=FATIMA.reveal())
    mine = client.begin(at=now())

    with pytest.raises(SignInRefused) as refused:
        client.finish(kept=mine.kept, answer=stolen | {"state": mine.kept["state"]}, at=now())

    assert refused.value.reason is Reason.CODE


def test_an_answer_that_names_another_provider_is_refused(simulator: Simulator):
    client = simulator.client("emmen")
    beginning = client.begin(at=now())
    answer = choose(beginning, bsn=FATIMA.reveal()) | {"iss": "https://somebody-else.example"}

    with pytest.raises(SignInRefused) as refused:
        client.finish(kept=beginning.kept, answer=answer, at=now())

    assert refused.value.reason is Reason.ISSUER


def test_an_answer_that_took_too_long_is_refused(simulator: Simulator):
    client = simulator.client("emmen")
    beginning = client.begin(at=now() - timedelta(minutes=31))
    answer = choose(beginning, bsn=FATIMA.reveal())

    with pytest.raises(SignInRefused) as refused:
        client.finish(kept=beginning.kept, answer=answer, at=now())

    assert refused.value.reason is Reason.EXPIRED


def test_a_municipality_with_another_key_gets_no_token(simulator: Simulator):
    client = simulator.client("emmen", signing_key=new_signing_key())

    with pytest.raises(SignInRefused) as refused:
        sign_in(client, FATIMA.reveal())

    assert refused.value.reason is Reason.CODE


def test_stopping_in_another_session_cancels_nothing(simulator: Simulator):
    client = simulator.client("emmen")
    beginning = client.begin(at=now())

    with pytest.raises(SignInRefused):
        client.finish(kept=beginning.kept, answer={"error": "access_denied"}, at=now())


@pytest.mark.parametrize("fault", ["down", "slow"])
def test_digid_that_is_ill_is_unreachable(simulator: Simulator, fault: str):
    client = simulator.client("emmen", timeout_seconds=0.3)

    with simulator.with_fault(fault), pytest.raises(DigidUnreachable):
        client.begin(at=now())


def test_digid_that_falls_ill_halfway_is_unreachable(simulator: Simulator):
    client = simulator.client("emmen")
    beginning = client.begin(at=now())
    answer = choose(beginning, bsn=FATIMA.reveal())

    with simulator.with_fault("down"), pytest.raises(DigidUnreachable):
        client.finish(kept=beginning.kept, answer=answer, at=now())


def test_a_provider_without_encryption_is_refused_unless_it_is_this_machine():
    with pytest.raises(SignInRefused):
        Simulator("http://digid.example").client("emmen").begin(at=now())


def test_nothing_kept_or_refused_shows_a_bsn_or_a_key(simulator: Simulator):
    settings = simulator.settings("emmen")
    client = simulator.client("emmen")

    signed_in = sign_in(client, FATIMA.reveal())

    shown = f"{signed_in} {settings} {client.begin(at=now())} {SignInRefused(Reason.BSN)}"
    assert FATIMA.reveal() not in shown
    assert "PRIVATE KEY" not in shown
    assert "verifier" not in shown


def test_the_question_asks_for_a_fresh_login_with_pkce_and_our_level(simulator: Simulator):
    url = simulator.client("emmen").begin(at=now()).url

    asked = dict(parse_qsl(urlsplit(url).query))
    assert asked["redirect_uri"] == redirect_uri("emmen")
    assert asked["code_challenge_method"] == "S256"
    assert asked["acr_values"] == Level.MIDDEN.uri
    assert asked["prompt"] == "login"
