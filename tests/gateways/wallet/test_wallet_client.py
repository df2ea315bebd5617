"""The resident's wallet is asked for a PID: what we take, and all that we do not."""

import json
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest

from plein.gateways.digid.simulator.cast import load_cast
from plein.gateways.wallet import types
from plein.gateways.wallet.client import LASTS
from plein.kernel.clock import local_day
from plein.kernel.refusal import Refusal
from plein.kernel.sd_jwt import refusals
from tests.gateways.wallet.wallet_simulator import http, now

KATJA = load_cast()["katja"].bsn


def asked(simulator, **options):
    """A question, and the answer of the wallet to it."""
    question = simulator.client().begin(at=now())
    return question.kept, simulator.visit(question, **options)


def test_a_pid_comes_through_with_the_number_and_its_end(simulator):
    kept, answer = asked(simulator)

    pid = simulator.client().finish(kept=kept, answer=answer, at=now())

    assert (pid.bsn, pid.issuer) == (KATJA, simulator.issuer)
    assert (pid.until - local_day(now())).days in {364, 365}
    assert KATJA.reveal() not in repr(pid)


def test_the_request_is_as_the_standard_writes_it(simulator):
    question = simulator.client().begin(at=now())

    query = {name: value for name, (value,) in parse_qs(urlsplit(question.url).query).items()}
    assert query["response_type"] == "vp_token"
    assert query["response_mode"] == "direct_post"
    assert query["client_id"] == "redirect_uri:" + query["response_uri"]
    assert json.loads(query["dcql_query"]) == {
        "credentials": [
            {
                "id": "pid",
                "format": "dc+sd-jwt",
                "meta": {"vct_values": ["urn:eudi:pid:nl:1"]},
                "claims": [{"path": ["bsn"]}],
            }
        ]
    }
    assert json.loads(query["client_metadata"])["vp_formats_supported"]["dc+sd-jwt"]
    assert (query["state"], query["nonce"]) == (question.kept["state"], question.kept["nonce"])


def test_two_questions_share_nothing(simulator):
    one, other = (simulator.client().begin(at=now()).kept for _ in range(2))

    assert one["state"] != other["state"]
    assert one["nonce"] != other["nonce"]


@pytest.mark.parametrize(
    ("mode", "cause"),
    [
        ("declined", types.WalletDeclined),
        ("missing_claim", types.WalletAnswerIncomplete),
        ("expired", refusals.Expired),
        ("revoked", refusals.Revoked),
        ("replay", refusals.WrongNonce),
        ("wrong_audience", refusals.WrongAudience),
    ],
)
def test_a_wallet_that_does_not_answer_well_is_refused(simulator, mode, cause):
    kept, answer = asked(simulator, mode=mode)

    with pytest.raises(Refusal) as refused:
        simulator.client().finish(kept=kept, answer=answer, at=now())

    assert type(refused.value) is cause
    assert str(refused.value)


def test_the_answer_to_an_earlier_question_is_refused(simulator):
    _earlier, answer = asked(simulator)
    kept = simulator.client().begin(at=now()).kept

    with pytest.raises(types.WalletAnswerRefused):
        simulator.client().finish(kept=kept, answer=answer, at=now())
    forged = answer | {"state": kept["state"]}
    with pytest.raises(refusals.WrongNonce):
        simulator.client().finish(kept=kept, answer=forged, at=now())


def test_an_answer_for_buren_is_nothing_to_emmen(simulator):
    kept, answer = asked(simulator)
    emmen = simulator.client(response_uri="https://emmen.example/wallet/antwoord/")

    with pytest.raises(refusals.WrongAudience):
        emmen.finish(kept=kept, answer=answer, at=now())


@pytest.mark.parametrize(
    "vp_token",
    [
        "",
        "null",
        "[]",
        "{}",
        '{"pid": "x"}',
        '{"pid": []}',
        '{"pid": ["x", "y"]}',
        '{"pid": [1]}',
        '{"other": ["x"]}',
        "[" * 100_000,
    ],
)
def test_an_answer_of_another_shape_is_refused(simulator, vp_token):
    kept = simulator.client().begin(at=now()).kept
    answer = {"state": kept["state"], "vp_token": vp_token}

    with pytest.raises(types.WalletAnswerRefused):
        simulator.client().finish(kept=kept, answer=answer, at=now())


@pytest.mark.parametrize("late", [LASTS + timedelta(seconds=1), timedelta(days=1)])
def test_an_answer_that_comes_late_is_refused(simulator, late):
    kept, answer = asked(simulator)

    with pytest.raises(types.WalletAnswerRefused):
        simulator.client().finish(kept=kept, answer=answer, at=now() + late)


def test_nothing_asked_is_nothing_answered(simulator):
    with pytest.raises(types.WalletAnswerRefused):
        simulator.client().finish(kept={}, answer={"state": ""}, at=now())


def test_a_pid_of_an_issuer_that_we_do_not_know_is_refused(simulator):
    """Its own keys say that it is genuine; we ask ours."""
    kept, answer = asked(simulator)
    other = simulator.client(pid_issuer=simulator.issuer.replace("localhost", "127.0.0.1"))

    with pytest.raises(types.IssuerUnreachable):  # it says another name than we asked
        other.finish(kept=kept, answer=answer, at=now())


def test_an_issuer_that_is_down_is_said_calmly(simulator):
    kept, answer = asked(simulator)
    down = simulator.client(pid_issuer="http://localhost:1")

    with pytest.raises(types.IssuerUnreachable):
        down.finish(kept=kept, answer=answer, at=now())


def test_without_a_wallet_in_the_settings_nothing_begins(simulator):
    with pytest.raises(types.NotConnected):
        simulator.client(wallet="").begin(at=now())


@pytest.mark.parametrize(
    "change",
    [
        ("response_type=vp_token", "response_type=code"),
        ("response_mode=direct_post", "response_mode=fragment"),
        ("client_id=redirect_uri", "client_id=x509_hash"),
        ("localhost", "bank.example"),
        ("vct_values", "x"),
    ],
)
def test_the_simulator_answers_no_request_that_is_not_whole(simulator, change):
    address, query = simulator.client().begin(at=now()).url.split("?")

    page = http.get(f"{address}?{query.replace(*change)}", timeout=5)

    assert page.status_code == 400
    assert "Delen kan niet" in page.text


def test_the_simulator_says_that_it_is_one(simulator):
    page = http.get(simulator.client().begin(at=now()).url, timeout=5)

    assert "Dit is geen echte wallet" in page.text
    assert "default-src 'none'" in page.headers["Content-Security-Policy"]
