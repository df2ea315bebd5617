from collections.abc import Iterator
from types import ModuleType
from typing import Any

import pytest
from digid_simulator import Simulator, clients, run_simulator


@pytest.fixture(scope="session")
def simulator() -> Iterator[Simulator]:
    with run_simulator(clients()) as running:
        yield running


@pytest.fixture(scope="session")
def saml_world() -> ModuleType:
    module: ModuleType = pytest.importorskip(
        "saml_world", reason="DigiD over SAML needs requirements/saml.txt"
    )
    return module


@pytest.fixture(scope="session")
def papers(saml_world: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    return saml_world.make_papers(tmp_path_factory.mktemp("saml"))


@pytest.fixture
def world(saml_world: ModuleType, papers: dict[str, Any]) -> Iterator[Any]:
    with saml_world.make_world(papers) as made:
        yield made


@pytest.fixture(params=["simulator", "world"], ids=["oidc", "saml"])
def digid(request: pytest.FixtureRequest) -> Any:
    """DigiD, whichever way we speak with it."""
    return request.getfixturevalue(request.param)
