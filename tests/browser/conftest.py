"""Chromium, and one running Plein of which each file of stories finds the demo untouched."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from django.conf import settings
from django.db import connection
from django.utils import timezone
from playwright.sync_api import Browser, Locator, TimeoutError, sync_playwright
from psycopg.conninfo import make_conninfo

from plein.demo.load import load_demo
from plein.demo.municipalities import connect_all
from plein.demo.stores import connect_stores
from plein.launch.postgres import Urls
from tests.browser.site import Site, free_port, running
from tests.browser.snapshot import Snapshot, snapshot_of
from tests.browser.visitor import Visitor
from tests.conftest import connect_with

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


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
def read_pages() -> Iterator[None]:
    """A click is done when the page that it leads to has been read, and not when it begins.

    Chromium may stop drawing a page that stands behind another, and waits forever for it to be
    still; brought to the front it draws again.
    """
    click = Locator.click

    def click_and_read(self: Locator, **options) -> None:
        try:
            click(self, **options)
        except TimeoutError as late:
            if not str(late).rstrip().endswith("visible, enabled and stable"):
                raise
            self.page.bring_to_front()
            click(self, **options)
        self.page.wait_for_load_state("domcontentloaded")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Locator, "click", click_and_read)
        yield


@pytest.fixture(scope="session")
def browser(read_pages) -> Iterator[Browser]:
    path = chromium_path()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def site_urls(new_database, worker_id) -> Urls:
    """A database of its own: the worker that runs on it sees nothing of the other tests."""
    return new_database(f"plein_site_{worker_id}")


@pytest.fixture(scope="session")
def only_site(browser, tmp_path_factory) -> Site:
    return Site(free_port(), free_port(), tmp_path_factory.mktemp("site"), free_port())


@pytest.fixture(scope="session")
def untouched(
    only_site, admin_url, urls, site_urls, django_db_setup, django_db_blocker
) -> Iterator[Snapshot]:
    """The demo as it was loaded, and everything that runs on it."""
    with django_db_blocker.unblock(), moved_to(only_site, site_urls, back=urls):
        load_demo(timezone.now())
        connect_all(only_site.clients)
        connect_stores(timezone.now(), only_site.sources)
        name = connection.settings_dict["NAME"]
    with running(only_site, site_urls.app):
        yield snapshot_of(make_conninfo(admin_url, dbname=name))


@pytest.fixture(scope="module")
def site(only_site, untouched, urls, site_urls, django_db_blocker) -> Iterator[Site]:
    """Plein with the demo, for all the stories of one file."""
    untouched.restore()
    with django_db_blocker.unblock(), moved_to(only_site, site_urls, back=urls):
        yield replace(only_site, signed_in={})


@contextmanager
def moved_to(site: Site, urls: Urls, *, back: Urls) -> Iterator[None]:
    """What a test asks the database or the settings is asked of the site."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(settings, "MEDIA_ROOT", str(site.folder / "media"))
        patch.setattr(settings, "PORT", site.port)
        patch.setattr(settings, "DIGID_SIMULATOR_ISSUER", site.digid)
        connect_with(urls.app)
        yield
        connect_with(back.app)


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
