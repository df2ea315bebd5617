"""A whole Plein whose clock is that of a story, and only goes forwards."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import pytest
import time_machine
from django.db import connection
from psycopg.conninfo import make_conninfo

from plein.demo.load import load_demo
from plein.demo.municipalities import connect_all
from plein.demo.stores import connect_stores
from tests.browser.conftest import moved_to
from tests.browser.site import Site, free_port, running
from tests.browser.snapshot import snapshot_of


@contextmanager
def site_of(at: datetime, request: pytest.FixtureRequest, folder: Path) -> Iterator[Site]:
    """With the demo as it is at that moment, in a database of its own."""
    given = request.getfixturevalue
    given("django_db_setup")
    ours = given("new_database")(f"plein_then_{given('worker_id')}")
    site = Site(free_port(), free_port(), folder, free_port())
    site.travel_to(at)
    with given("django_db_blocker").unblock(), moved_to(site, ours, back=given("urls")):
        with time_machine.travel(at):
            load_demo(at)
            connect_all(site.clients)
            connect_stores(at, site.sources)
        name = connection.settings_dict["NAME"]
        with running(site, ours.app):
            snapshot_of(make_conninfo(given("admin_url"), dbname=name))  # no job is halfway
            yield site
