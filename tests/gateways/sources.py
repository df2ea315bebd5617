"""The simulated sources as a process of their own, and how to make them ill."""

import os
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from time import monotonic, sleep

import httpx
from django.utils import timezone

from plein.gateways.answers import Found, NothingFound
from plein.gateways.brp.bewoning_client import BewoningClient
from plein.gateways.brp.client import BrpClient
from plein.gateways.inkomen.client import InkomenClient
from plein.gateways.suwinet.client import SuwinetClient
from plein.gateways.vorderingen.client import Organisatie, VorderingenClient
from plein.kernel.bsn import Bsn

PATIENCE_SECONDS = 60  # a busy machine starts slowly
SLOW_SECONDS = 2
http = httpx.Client(trust_env=False)

KATJA, FATIMA, JAN, PIET = (
    Bsn(number) for number in ("999900018", "999900031", "999900043", "999900055")
)
DE_VRIES, SAMIR, HENK, LOTTE = (
    Bsn(number) for number in ("999900067", "999900079", "999900080", "999900092")
)
NOBODY = Bsn("999900511")


@dataclass(frozen=True)
class Sources:
    url: str

    @contextmanager
    def ill(self, fault: str, **where: str) -> Iterator[None]:
        """`where`: a source, a bsn, or both. Afterwards everything is well."""
        self.switch(fault, **where)
        try:
            yield
        finally:
            self.switch("normal")

    def switch(self, fault: str, **where: str) -> None:
        form = {"fault": fault, **where}
        http.post(self.url + "/faults", data=form, timeout=5).raise_for_status()


@contextmanager
def run_sources() -> Iterator[Sources]:
    port = free_port()
    environment = os.environ | {
        "PLEIN_SOURCES_PORT": str(port),
        "PLEIN_SOURCES_SLOW_SECONDS": str(SLOW_SECONDS),
    }
    process = subprocess.Popen([sys.executable, "-m", "plein.gateways.simulators"], env=environment)
    try:
        sources = Sources(f"http://localhost:{port}")
        _wait_for(sources, process)
        yield sources
    finally:
        process.terminate()
        process.wait(PATIENCE_SECONDS)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(sources: Sources, process: subprocess.Popen[bytes]) -> None:
    deadline = monotonic() + PATIENCE_SECONDS
    while monotonic() < deadline:
        assert process.poll() is None, "the simulators stopped"
        try:
            sources.switch("normal")
        except httpx.HTTPError:
            sleep(0.05)
        else:
            return
    raise AssertionError("the simulators did not start")


Ask = Callable[..., Found | NothingFound]
TODAY = timezone.localdate()


def asks(url: str) -> dict[str, Ask]:
    """Every question we know, by the name under which its source can be made ill."""
    suwinet = SuwinetClient(f"{url}/suwinet")
    claims = VorderingenClient(f"{url}/vorderingen").claims
    return {
        "brp": BrpClient(f"{url}/brp").person,
        "bewoning": partial(BewoningClient(f"{url}/brp").residents, on=TODAY),
        "suwinet/uwv": suwinet.uwv,
        "suwinet/svb": suwinet.svb,
        "suwinet/duo": suwinet.duo,
        "suwinet/rdw": suwinet.rdw,
        "suwinet/kadaster": suwinet.kadaster,
        "suwinet/bijstand": suwinet.bijstand,
        **{f"vorderingen/{org}": partial(claims, org) for org in Organisatie},
        "inkomen": InkomenClient(f"{url}/inkomen").income,
    }


# Somebody of whom each source knows something.
KNOWN = {
    "suwinet/bijstand": SAMIR,
    "suwinet/kadaster": FATIMA,
    "vorderingen/bd": PIET,
    "vorderingen/cak": PIET,
    "vorderingen/uwv": PIET,
}
# In the demo nobody has a debt at DUO or SVB.
EMPTY = {"vorderingen/duo", "vorderingen/svb"}
NAMES = [name for name in asks("http://localhost") if name not in EMPTY]
