"""Plein as it really runs: server, worker and DigiD simulator as processes, and Chromium."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass

import httpx
import pytest
from django.conf import settings
from django.utils import timezone
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from plein.config.environment import ROOT
from plein.demo.cast import PASSWORD
from plein.demo.load import load_demo
from plein.demo.municipalities import connect_all

AXE = ROOT / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# Milliseconds after which the demo shows another code.
CODE_LASTS = 30_000
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def chromium_path() -> str:
    found = (
        os.environ.get("CHROME_PATH") or shutil.which("chromium") or shutil.which("google-chrome")
    )
    if found is None:
        reason = "Install Chromium (Debian: apt install chromium), or set CHROME_PATH."
        if os.environ.get("PLEIN_NEEDS_BROWSER"):
            pytest.fail(reason)
        pytest.skip(reason)
    return found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = chromium_path()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass(frozen=True)
class Site:
    """The running product; `address` gives a page of a municipality.

    `sources` is where the simulated sources are: POST to its `/faults` makes them ill.
    """

    port: int
    sources: str

    def address(self, path: str = "/", slug: str = "emmen") -> str:
        return f"http://{slug}.localhost:{self.port}{path}"


@pytest.fixture(scope="module")
def module_patch() -> Iterator[pytest.MonkeyPatch]:
    """What one file changes is put back after its last story."""
    with pytest.MonkeyPatch.context() as patch:
        yield patch


@pytest.fixture(scope="module")
def site(module_committed, module_patch, urls, tmp_path_factory) -> Iterator[Site]:
    """Plein with the demo, for all the stories of one file."""
    port, digid_port = free_port(), free_port()
    sources_port, wallet_port = free_port(), free_port()
    media = tmp_path_factory.mktemp("media")
    mail = tmp_path_factory.mktemp("mail")
    module_patch.setattr(settings, "MEDIA_ROOT", str(media))
    module_patch.setattr(settings, "PORT", port)
    module_patch.setattr(settings, "DIGID_SIMULATOR_ISSUER", f"http://localhost:{digid_port}")
    load_demo(timezone.now())
    clients = tmp_path_factory.mktemp("digid") / "clients.json"
    connect_all(clients)
    environment = os.environ | {
        "DATABASE_URL": urls.app,
        "PORT": str(port),
        "PLEIN_MEDIA": str(media),
        "PLEIN_MAIL": str(mail),
        "PLEIN_DIGID_PORT": str(digid_port),
        "PLEIN_DIGID_ISSUER": f"http://localhost:{digid_port}",
        "PLEIN_DIGID_CLIENTS": str(clients),
        "PLEIN_SOURCES_PORT": str(sources_port),
        "PLEIN_SOURCES_URL": f"http://localhost:{sources_port}",
        "PLEIN_SOURCES_SLOW_SECONDS": "2",
        "PLEIN_WALLET_PORT": str(wallet_port),
        "PLEIN_WALLET_PID_ISSUER": f"http://localhost:{wallet_port}",
        "PLEIN_LOG_LEVEL": "ERROR",
    }
    commands = [
        ["-m", "plein.gateways.digid.simulator"],
        ["-m", "plein.gateways.simulators"],
        ["-m", "plein.gateways.wallet.simulator"],
        ["manage.py", "db_worker", "--queue-name=*", "--interval=0.2"],
        [
            *("-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port)),
            *("--workers", "1", "--blocking-threads", "4", "--log-level", "error"),
            "plein.config.wsgi:application",
        ],
    ]
    running = [
        subprocess.Popen([sys.executable, *command], cwd=ROOT, env=environment)
        for command in commands
    ]
    try:
        wait_for(f"http://127.0.0.1:{port}/leeft/")
        wait_for(f"http://localhost:{sources_port}/faults")
        yield Site(port, f"http://localhost:{sources_port}")
    finally:
        for process in running:
            process.terminate()
        for process in running:
            process.wait(15)


def wait_for(url: str) -> None:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        try:
            httpx.get(url, timeout=2, trust_env=False)
        except httpx.HTTPError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError(f"no answer from {url}")


class Visitor:
    """Somebody with a browser of their own, who notices every breach of the page's own policy."""

    def __init__(self, browser: Browser, site: Site, *, width: int = 1280, scripts: bool = True):
        self.site = site
        self.context: BrowserContext = browser.new_context(
            viewport={"width": width, "height": 900}, locale="nl-NL", java_script_enabled=scripts
        )
        self.page: Page = self.context.new_page()
        self.complaints: list[str] = []
        self.page.on("console", self._listen)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _listen(self, message) -> None:
        if message.type == "error" and "Failed to load resource" not in message.text:
            self.complaints.append(message.text)

    def open(self, path: str, slug: str = "emmen") -> Page:
        self.page.goto(self.site.address(path, slug))
        return self.page

    def sign_in_with_digid(self, name: str, slug: str = "emmen") -> Page:
        self.open("/", slug)
        self.page.get_by_role("link", name="Inloggen met DigiD").click()
        self.page.get_by_role("button", name=name).first.click()
        self.page.wait_for_url("**/overzicht/")
        return self.page


@pytest.fixture
def visitor(browser, site):
    """Make visitors; afterwards none may have met a broken policy or script."""
    made: list[Visitor] = []

    def make(**options) -> Visitor:
        made.append(Visitor(browser, site, **options))
        return made[-1]

    yield make
    for one in made:
        assert one.complaints == []
        one.context.close()


def sign_in_to_work(worker: Visitor, name: str, door: str) -> Visitor:
    """Password and code, as the demo shows it."""
    page = worker.open(f"/{door}/inloggen/")
    page.get_by_label("E-mailadres").fill(f"{name}@plein.example")
    page.get_by_label("Wachtwoord").fill(PASSWORD)
    page.get_by_role("button", name="Verder").click()
    give_code(page)
    if page.get_by_label("Code van 6 cijfers").count():  # a code is good for one time only
        page.wait_for_timeout(CODE_LASTS)
        page.goto(page.url)
        give_code(page)
    page.wait_for_url(f"**/{door}/")
    return worker


def give_code(page: Page) -> None:
    page.get_by_label("Code van 6 cijfers").fill(page.locator("[data-demo-code]").inner_text())
    with page.expect_navigation():
        page.get_by_role("button", name="Log in").click()


def axe_finds(page: Page) -> list[str]:
    """What axe finds on a page with every fold opened, as readable lines."""
    page.evaluate("document.querySelectorAll('details').forEach((d) => (d.open = true))")
    page.evaluate(AXE.read_text())
    found = page.evaluate("(rules) => axe.run(document, {runOnly: rules})", RULES)
    return [
        f"{violation['id']}: {node['target']}"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]


def scrolls_sideways(page: Page) -> bool:
    return bool(
        page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    )
