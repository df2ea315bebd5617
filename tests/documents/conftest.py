"""A scanner that runs, and a place of its own for what is kept."""

from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from threading import Thread

import pytest

from plein.documents.actions.keeping import keep
from plein.documents.models import Direction
from plein.documents.receiving import receive
from plein.gateways.antivirus.simulator import Simulator
from tests.cast import NOON
from tests.documents.files import photo


@pytest.fixture
def scanner(settings) -> Iterator[Simulator]:
    with Simulator() as server:
        Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        settings.CLAMAV = server.address
        yield server
        server.shutdown()


@pytest.fixture
def kept_files(settings, tmp_path) -> Path:
    """The folder in which the sealed contents lie."""
    storages = deepcopy(settings.STORAGES)
    storages["documents"]["OPTIONS"]["location"] = str(tmp_path)
    settings.STORAGES = storages
    return tmp_path


@pytest.fixture
def send(fatima, scanner, kept_files):
    """Fatima sends a file."""

    def put(upload=None, *, name="loonstrook.jpg", at=NOON):
        found = receive(name, photo() if upload is None else upload)
        return keep(fatima, found, direction=Direction.IN, by=fatima.actor, at=at)

    return put
