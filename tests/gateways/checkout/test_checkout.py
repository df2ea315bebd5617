"""The payment provider, as its simulator is: the same questions, and the same faults."""

import re
from http.server import BaseHTTPRequestHandler, HTTPServer
from queue import Empty, Queue
from threading import Thread

import httpx
import pytest

from plein.gateways.answers import AnswerRefused, SourceUnreachable
from plein.gateways.checkout.client import CheckoutClient
from plein.gateways.checkout.types import State
from tests.gateways.sources import run_sources

http = httpx.Client(trust_env=False)


@pytest.fixture(scope="module")
def sources():
    with run_sources() as running:
        yield running


@pytest.fixture
def client(sources):
    return CheckoutClient(f"{sources.url}/checkout/v1", "een-sleutel", patience=1)


@pytest.fixture
def heard():
    """What the provider tells us, in order; its address is the last thing we hear."""
    messages: Queue[str] = Queue()

    class Ear(BaseHTTPRequestHandler):
        def do_POST(self):
            messages.put(self.rfile.read(int(self.headers["Content-Length"])).decode())
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_args):
            pass

    server = HTTPServer(("127.0.0.1", 0), Ear)
    Thread(target=server.serve_forever, daemon=True).start()
    messages.address = f"http://127.0.0.1:{server.server_port}/"
    yield messages
    server.shutdown()


def made(client, heard, key="k", cents=1_050):
    return client.create(
        cents, description="B-1", back="http://localhost/terug", news=heard.address, key=key
    )


def go(payment, way):
    return http.get(f"{payment.page_url}/{way}")


def test_a_question_asked_twice_makes_one_payment(client, heard):
    first, second = made(client, heard, "twice"), made(client, heard, "twice")

    assert first.id == second.id
    assert (first.state, first.cents) == (State.OPEN, 1_050)
    assert "10,50" in http.get(first.page_url).text


@pytest.mark.parametrize(
    ("way", "state"),
    [
        ("betaal", State.PAID),
        ("weiger", State.FAILED),
        ("annuleer", State.CANCELLED),
        ("verloop", State.EXPIRED),
        ("bezig", State.PENDING),
    ],
)
def test_how_it_went_is_heard_by_asking(client, heard, way, state):
    payment = made(client, heard, f"way-{way}")

    answer = go(payment, way)

    assert answer.headers["Location"] == "http://localhost/terug"
    assert client.find(payment.id).state == state
    assert heard.get(timeout=5) == f"id={payment.id}"


@pytest.mark.parametrize(
    ("way", "times"), [("betaal-twee-berichten", 2), ("betaal-eerst-bericht", 1)]
)
def test_a_message_comes_before_the_browser_or_twice(client, heard, way, times):
    payment = made(client, heard, f"message-{way}")

    go(payment, way)

    assert [heard.get(timeout=5) for _ in range(times)] == [f"id={payment.id}"] * times


def test_a_message_may_never_come(client, heard):
    payment = made(client, heard, "never")

    go(payment, "betaal-geen-bericht")

    with pytest.raises(Empty):
        heard.get(timeout=1)
    assert client.find(payment.id).state == State.PAID


def test_money_goes_back_once_per_key_and_never_more_than_came(client, heard):
    payment = made(client, heard, "refund")
    go(payment, "betaal")

    first, again = (client.refund(payment.id, 1_000, key="r") for _ in range(2))

    assert first.id == again.id
    with pytest.raises(AnswerRefused):
        client.refund(payment.id, 51, key="too-much")
    assert client.refund(payment.id, 50, key="rest").id != first.id


def test_what_was_not_paid_does_not_go_back(client, heard):
    with pytest.raises(AnswerRefused):
        client.refund(made(client, heard, "unpaid").id, 10, key="x")


def test_an_unknown_payment_is_refused(client):
    with pytest.raises(AnswerRefused):
        client.find("tr_unknown")


@pytest.mark.parametrize("fault", ["down", "busy", "slow", "cut"])
def test_a_provider_that_does_not_answer_is_unreachable(client, sources, fault):
    with sources.ill(fault, source="checkout"), pytest.raises(SourceUnreachable):
        made(client, NoEar, f"ill-{fault}")


@pytest.mark.parametrize("fault", ["wrong", "bomb", "truncated"])
def test_nonsense_is_refused(client, sources, fault):
    with sources.ill(fault, source="checkout"), pytest.raises(AnswerRefused):
        made(client, NoEar, f"odd-{fault}")


class NoEar:
    address = "http://127.0.0.1:9/"


def test_the_page_says_that_it_is_not_real(client, heard):
    page = http.get(made(client, heard, "page").page_url).text

    assert re.search("nagebootst", page)
