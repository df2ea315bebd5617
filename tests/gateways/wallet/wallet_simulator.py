"""The simulator as a process of its own, and our own address where it posts its answer."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from time import monotonic, sleep
from urllib.parse import parse_qsl

import requests

from plein.gateways.wallet.client import WalletClient, WalletSettings
from plein.gateways.wallet.types import Question
from tests.gateways.digid.digid_simulator import PATIENCE_SECONDS, _free_port

http = requests.Session()
http.trust_env = False


def now() -> datetime:
    return datetime.now(UTC)


@dataclass
class Mailbox:
    """Takes what the wallet posts, and tells it where the browser goes next."""

    address: str = ""
    forms: list[dict[str, str]] = field(default_factory=list)


@dataclass(frozen=True)
class Simulator:
    issuer: str
    mailbox: Mailbox

    def client(self, **changes: str) -> WalletClient:
        settings = {
            "wallet": f"{self.issuer}/authorize",
            "pid_issuer": self.issuer,
            "response_uri": self.mailbox.address,
        }
        return WalletClient(WalletSettings(**settings | changes))

    def visit(self, question: Question, *, mode: str = "normal", person: str = "katja"):
        """Choose on its page; the form that was posted to us."""
        self.mailbox.forms.clear()
        form = {"mode": mode, "person": person}
        page = http.post(question.url, data=form, allow_redirects=False, timeout=10)
        assert page.status_code == 302, page.text
        assert page.headers["Location"] == "http://emmen.localhost/terug"
        return self.mailbox.forms[-1]


@contextmanager
def run_mailbox() -> Iterator[Mailbox]:
    mailbox = Mailbox()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            mailbox.forms.append(dict(parse_qsl(body.decode())))
            answer = json.dumps({"redirect_uri": "http://emmen.localhost/terug"}).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *_: object) -> None: ...

    server = HTTPServer(("127.0.0.1", 0), Handler)
    mailbox.address = f"http://localhost:{server.server_port}/antwoord"
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield mailbox
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def run_simulator() -> Iterator[Simulator]:
    port = _free_port()
    issuer = f"http://localhost:{port}"
    environment = os.environ | {"PLEIN_WALLET_PORT": str(port), "PLEIN_WALLET_PID_ISSUER": issuer}
    process = subprocess.Popen(
        [sys.executable, "-m", "plein.gateways.wallet.simulator"], env=environment
    )
    try:
        _wait_for(issuer, process)
        with run_mailbox() as mailbox:
            yield Simulator(issuer, mailbox)
    finally:
        process.terminate()
        process.wait(PATIENCE_SECONDS)


def _wait_for(issuer: str, process: subprocess.Popen[bytes]) -> None:
    deadline = monotonic() + PATIENCE_SECONDS
    while monotonic() < deadline:
        assert process.poll() is None, "the simulator stopped"
        try:
            found = http.get(f"{issuer}/.well-known/jwt-vc-issuer", timeout=5).json()
        except requests.RequestException:
            sleep(0.05)
            continue
        assert found["issuer"] == issuer
        return
    raise AssertionError("the simulator did not start")
