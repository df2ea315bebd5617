"""The simulator as a process of its own, and a resident's browser that visits it."""

import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from time import monotonic, sleep
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import httpx

from plein.gateways.digid.keys import new_signing_key, public_jwks
from plein.gateways.digid.level import Level
from plein.gateways.digid.oidc import OidcClient, OidcSettings
from plein.gateways.digid.providers import Providers
from plein.gateways.digid.types import Beginning, DigidClient, SignedIn

PATIENCE_SECONDS = 60  # a busy machine starts slowly
KEYS = {municipality: new_signing_key() for municipality in ("emmen", "buren")}
http = httpx.Client(trust_env=False)


def redirect_uri(municipality: str) -> str:
    return f"http://{municipality}.localhost:8000/inloggen/digid/terug"


def clients() -> dict[str, dict[str, Any]]:
    return {
        municipality: {
            "redirect_uris": [redirect_uri(municipality)],
            "municipality": municipality,
            "jwks": public_jwks(pem),
        }
        for municipality, pem in KEYS.items()
    }


@dataclass(frozen=True)
class Simulator:
    issuer: str

    def client(self, municipality: str, **changes: Any) -> OidcClient:
        return OidcClient(self.settings(municipality, **changes), providers=Providers())

    def settings(self, municipality: str, **changes: Any) -> OidcSettings:
        settings = {
            "issuer": self.issuer,
            "client_id": municipality,
            "redirect_uri": redirect_uri(municipality),
            "signing_key": KEYS[municipality],
            "timeout_seconds": 5,
        }
        return OidcSettings(**settings | changes)

    @contextmanager
    def with_fault(self, fault: str) -> Iterator[None]:
        self._switch(fault)
        try:
            yield
        finally:
            self._switch("normal")

    def visit(self, beginning: Beginning, bsn: str, level: Level) -> dict[str, str]:
        return choose(beginning, bsn=bsn, level=level.name)

    def cancel(self, beginning: Beginning) -> dict[str, str]:
        return choose(beginning, cancel="1")

    def slow(self) -> AbstractContextManager[None]:
        return self.with_fault("slow")

    def _switch(self, fault: str) -> None:
        http.post(self.issuer + "/fault", data={"fault": fault}, timeout=5).raise_for_status()


def now() -> datetime:
    return datetime.now(UTC)


def choose(beginning: Beginning, **form: str) -> dict[str, str]:
    """Fill in the page of the simulator, and follow it back: the answer that our door gets."""
    page = http.post(beginning.url, data=form, timeout=5)
    assert page.status_code == 302, page.text
    return dict(parse_qsl(urlsplit(page.headers["Location"]).query))


def sign_in(client: DigidClient, bsn: str, level: Level = Level.MIDDEN) -> SignedIn:
    beginning = client.begin(at=now())
    answer = choose(beginning, bsn=bsn, level=level.name)
    return client.finish(kept=beginning.kept, answer=answer, at=now())


@contextmanager
def run_simulator(registered: dict[str, Any]) -> Iterator[Simulator]:
    """On a port that is free, and proven to be ours: another server could share it."""
    port = _free_port()
    issuer = f"http://localhost:{port}"
    environment = os.environ | {
        "PLEIN_DIGID_PORT": str(port),
        "PLEIN_DIGID_ISSUER": issuer,
        "PLEIN_DIGID_CLIENTS": json.dumps(registered),
        "PLEIN_DIGID_SLOW_SECONDS": "1",
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "plein.gateways.digid.simulator"], env=environment
    )
    try:
        _wait_for(issuer, process)
        yield Simulator(issuer)
    finally:
        process.terminate()
        process.wait(PATIENCE_SECONDS)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_for(issuer: str, process: subprocess.Popen[bytes]) -> None:
    deadline = monotonic() + PATIENCE_SECONDS
    while monotonic() < deadline:
        assert process.poll() is None, "the simulator stopped"
        try:
            found = http.get(issuer + "/.well-known/openid-configuration", timeout=5).json()
        except httpx.HTTPError:
            sleep(0.05)
            continue
        assert found["issuer"] == issuer
        return
    raise AssertionError("the simulator did not start")
