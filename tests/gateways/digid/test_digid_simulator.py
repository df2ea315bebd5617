"""The simulator is strict where DigiD is, and shows plainly that it is not DigiD."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from json import dumps
from threading import Thread

import pytest
from digid_simulator import (
    KEYS,
    Simulator,
    choose,
    http,
    now,
    redirect_uri,
    run_simulator,
    sign_in,
)
from stdnum.nl import bsn

from plein.gateways.digid.keys import public_jwks
from plein.gateways.digid.level import Level
from plein.gateways.digid.means import Means
from plein.gateways.digid.simulator.cast import load_cast
from plein.gateways.digid.simulator.memory import Login, Memory

CAST = load_cast()


def test_the_page_lists_the_people_of_the_municipality_first(simulator: Simulator):
    page = http.get(simulator.client("buren").begin(at=now()).url, timeout=5).text

    assert page.index("Lotte") < page.index("Fatima")
    assert "Dit is niet DigiD" in page


def test_the_page_says_what_is_wrong_with_a_bsn(simulator: Simulator):
    url = simulator.client("emmen").begin(at=now()).url

    page = http.post(url, data={"bsn": "123456780"}, timeout=5)

    assert page.status_code == 400
    assert "geen geldig burgerservicenummer" in page.text


def test_any_test_bsn_can_sign_in(simulator: Simulator):
    signed_in = sign_in(simulator.client("emmen"), "999900201")

    assert signed_in.bsn.reveal() == "999900201"


def test_the_page_has_a_strict_policy_and_no_script(simulator: Simulator):
    page = http.get(simulator.client("emmen").begin(at=now()).url, timeout=5)

    assert "default-src 'none'" in page.headers["Content-Security-Policy"]
    assert "unsafe" not in page.headers["Content-Security-Policy"]
    assert "<script" not in page.text
    assert "style=" not in page.text


@pytest.mark.parametrize(
    ("client_id", "back"),
    [("nobody", redirect_uri("emmen")), ("emmen", "http://emmen.localhost:8000/elsewhere")],
)
def test_an_unknown_client_or_address_is_not_sent_back(
    simulator: Simulator, client_id: str, back: str
):
    asked = {"client_id": client_id, "redirect_uri": back, "response_type": "code"}

    page = http.get(simulator.issuer + "/authorize", params=asked, timeout=5)

    assert page.status_code == 400


def test_a_question_without_pkce_is_sent_back(simulator: Simulator):
    url = simulator.client("emmen").begin(at=now()).url.replace("S256", "plain")

    page = http.get(url, timeout=5)

    assert "error=invalid_request" in page.headers["Location"]


def test_a_code_lives_a_minute_and_works_once():
    memory, at = Memory(), now()
    login = Login(
        client_id="emmen",
        redirect_uri="",
        challenge="",
        nonce="",
        bsn="999900018",
        level=Level.MIDDEN,
        means=Means.DIGID,
        at=at,
    )
    early, late = memory.keep(login), memory.keep(login)

    assert memory.take(early, at=at + timedelta(seconds=60)) == login
    assert memory.take(early, at=at + timedelta(seconds=60)) is None
    assert memory.take(late, at=at + timedelta(seconds=61)) is None


def test_a_proof_of_the_client_works_once():
    memory = Memory()

    assert memory.is_new_proof("one", at=now())
    assert not memory.is_new_proof("one", at=now())


def test_the_keys_of_a_municipality_are_read_at_its_address():
    with _serving(dumps(public_jwks(KEYS["emmen"]))) as jwks_uri:
        registered = {"emmen": {"redirect_uris": [redirect_uri("emmen")], "jwks_uri": jwks_uri}}
        with run_simulator(registered) as simulator:
            client = simulator.client("emmen")
            beginning = client.begin(at=now())
            answer = choose(beginning, bsn="999900018")
            signed_in = client.finish(kept=beginning.kept, answer=answer, at=now())

    assert signed_in.bsn == CAST["katja"].bsn


def test_the_published_keys_hold_no_private_part():
    published = public_jwks(*KEYS.values())["keys"]

    assert len({key["kid"] for key in published}) == len(KEYS)
    assert not any("d" in key for key in published)


def test_the_cast_has_numbers_of_the_test_range_that_belong_to_nobody():
    numbers = [person.bsn.reveal() for person in CAST.people]

    assert len(set(numbers)) == len(numbers)
    assert all(number.startswith("9999") and bsn.is_valid(number) for number in numbers)
    assert all(person.municipality in CAST.municipalities for person in CAST.people)


@contextmanager
def _serving(text: str) -> Iterator[str]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(text.encode())

        def log_message(self, format: str, *args: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        yield f"http://emmen.localhost:{server.server_port}/digid/jwks"
        server.shutdown()
