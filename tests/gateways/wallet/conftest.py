from collections.abc import Iterator

import pytest

from tests.gateways.wallet.wallet_simulator import Simulator, run_simulator


@pytest.fixture(scope="session")
def simulator() -> Iterator[Simulator]:
    with run_simulator() as running:
        yield running
