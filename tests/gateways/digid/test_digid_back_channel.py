"""Calls that cannot hang, wander off or flood us, against a server that tries."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from time import monotonic, sleep

import pytest

from plein.gateways.digid.back_channel import call, is_safe
from plein.gateways.digid.types import DigidUnreachable, SignInRefused


class BadServer(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        getattr(self, self.path.strip("/"))()

    def fine(self) -> None:
        self._head(200)
        self.wfile.write(b'{"host": "%s"}' % self.headers["Host"].encode())

    def elsewhere(self) -> None:
        self.send_response(302)
        self.send_header("Location", "/fine")
        self.end_headers()

    def flood(self) -> None:
        self._head(200)
        for _ in range(40):
            self.wfile.write(b" " * 10_000)

    def drip(self) -> None:
        self._head(200)
        for _ in range(20):
            self.wfile.write(b" ")
            sleep(0.05)

    def words(self) -> None:
        self._head(200)
        self.wfile.write(b'["no", "object"]')

    def _head(self, status: int) -> None:
        self.send_response(status)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


class QuietServer(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Callers hang up on this one."""


@pytest.fixture(scope="module")
def bad_server() -> Iterator[str]:
    server = QuietServer(("127.0.0.1", 0), BadServer)
    Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    yield f"http://digid.localhost:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_a_name_below_localhost_is_this_machine(bad_server: str):
    answer = call("GET", bad_server + "/fine", timeout=2)

    assert answer.json()["host"].startswith("digid.localhost:")


@pytest.mark.parametrize("path", ["elsewhere", "flood"])
def test_a_redirect_and_a_flood_are_refused(bad_server: str, path: str):
    with pytest.raises(DigidUnreachable):
        call("GET", f"{bad_server}/{path}", timeout=2)


def test_an_answer_that_drips_ends_in_time(bad_server: str):
    begun = monotonic()

    with pytest.raises(DigidUnreachable):
        call("GET", bad_server + "/drip", timeout=0.2)

    assert monotonic() - begun < 0.6


def test_a_server_that_is_not_there_is_unreachable():
    with pytest.raises(DigidUnreachable):
        call("GET", "http://localhost:1/", timeout=1)


def test_an_answer_that_is_no_object_is_refused(bad_server: str):
    answer = call("GET", bad_server + "/words", timeout=2)

    with pytest.raises(SignInRefused):
        answer.json()


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://digid.example", True),
        ("http://localhost:8010", True),
        ("http://emmen.localhost", True),
        ("http://digid.example", False),
        ("http://localhost.example", False),
        ("javascript:alert(1)", False),
        ("file:///etc/passwd", False),
    ],
)
def test_what_leaves_this_machine_is_encrypted(url: str, safe: bool):
    assert is_safe(url) is safe
