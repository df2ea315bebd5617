from collections.abc import Iterator

import pytest
from bad_server import run_bad_server
from sources import Sources, run_sources


@pytest.fixture(scope="module")
def bad_server() -> Iterator[str]:
    with run_bad_server() as url:
        yield url


@pytest.fixture(scope="session")
def sources() -> Iterator[Sources]:
    with run_sources() as running:
        yield running
