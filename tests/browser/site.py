"""Plein as it really runs: server, worker and simulators as processes, on the demo."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import httpx

from plein.config.environment import ROOT


@dataclass(frozen=True)
class Site:
    """The running product; `address` gives a page of a municipality."""

    port: int
    digid_port: int
    folder: Path
    sources_port: int
    signed_in: dict[tuple[str, str, str], list[Any]] = field(default_factory=dict)  # their cookies

    @property
    def digid(self) -> str:
        return f"http://localhost:{self.digid_port}"

    @property
    def sources(self) -> str:
        return f"http://localhost:{self.sources_port}"

    @property
    def clients(self) -> Path:
        return self.folder / "clients.json"

    @property
    def clock(self) -> Path:
        """What time it is in a story that travels; in others there is no such file."""
        return self.folder / "clock"

    def travel_to(self, moment: datetime) -> None:
        """Forwards: who was signed in is not any more. Every process keeps up within a moment."""
        beside = self.clock.with_suffix(".new")
        beside.write_text(f"{moment.isoformat()} {time.time()}")
        beside.replace(self.clock)
        time.sleep(KEEPS_UP)

    def address(self, path: str = "/", slug: str = "emmen") -> str:
        return f"http://{slug}.localhost:{self.port}{path}"


KEEPS_UP = 0.3  # seconds
TRAVELLING = ROOT / "tests" / "browser" / "travelling"


@contextmanager
def running(site: Site, database_url: str) -> Iterator[None]:
    """Every process of the product; they stop with the last story."""
    sources, wallet = site.sources, f"http://localhost:{free_port()}"
    environment = os.environ | {
        "DATABASE_URL": database_url,
        "PORT": str(site.port),
        "PLEIN_MEDIA": str(site.folder / "media"),
        "PLEIN_MAIL": str(site.folder / "mail"),
        "PLEIN_DIGID_PORT": str(site.digid_port),
        "PLEIN_DIGID_ISSUER": site.digid,
        "PLEIN_DIGID_CLIENTS": str(site.clients),
        "PLEIN_SOURCES_PORT": sources.rpartition(":")[2],
        "PLEIN_SOURCES_URL": sources,
        "PLEIN_SOURCES_SLOW_SECONDS": "2",
        "PLEIN_WALLET_PORT": wallet.rpartition(":")[2],
        "PLEIN_WALLET_PID_ISSUER": wallet,
        "PLEIN_CLAMAV_PORT": str(free_port()),
        "PLEIN_DOCUMENTS": str(site.folder / "documents"),
        "PLEIN_LOG_LEVEL": "ERROR",
    }
    if site.clock.exists():
        environment |= {"PLEIN_STORY_CLOCK": str(site.clock), "PYTHONPATH": str(TRAVELLING)}
    pages, live = free_port(), free_port()
    started = [
        subprocess.Popen([sys.executable, *command], cwd=ROOT, env=environment)
        for command in commands(site.port, pages, live)
    ]
    try:
        own = (f"http://127.0.0.1:{port}/leeft/" for port in (pages, live, site.port))
        for url in (site.digid, sources, wallet, *own):
            wait_for(url)
        yield
    finally:
        for process in started:
            process.terminate()
        for process in started:
            process.wait(15)


def commands(port: int, pages: int, live: int) -> list[list[str]]:
    granian = ["-m", "granian", "--host", "127.0.0.1", "--log-level", "error", "--workers", "1"]
    return [
        ["-m", "plein.launch.front_door", str(port), str(pages), str(live)],
        ["-m", "plein.gateways.digid.simulator"],
        ["-m", "plein.gateways.simulators"],
        ["-m", "plein.gateways.wallet.simulator"],
        ["-m", "plein.gateways.antivirus.simulator"],
        ["manage.py", "db_worker", "--queue-name=*", "--interval=0.2"],
        [
            *(*granian, "plein.config.wsgi:application", "--interface", "wsgi"),
            *("--port", str(pages), "--blocking-threads", "4"),
        ],
        [
            *(*granian, "plein.config.asgi:application", "--interface", "asgi"),
            *("--port", str(live)),
        ],
    ]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(url: str) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            httpx.get(url, timeout=2, trust_env=False)
        except httpx.HTTPError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError(f"no answer from {url}")
