from collections.abc import Iterator

import pytest
from bad_server import run_bad_server


@pytest.fixture(scope="module")
def bad_server() -> Iterator[str]:
    with run_bad_server() as url:
        yield url
