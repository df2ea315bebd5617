"""Which worker plays what: the browser on one of them, and what takes long does not come last."""

from typing import Any

import pytest
from xdist.scheduler import LoadFileScheduling

FIRST = ("browser", "long")  # marks


class OneBrowser(LoadFileScheduling):
    """By file, and all stories together: a second running Plein takes longer than it saves."""

    def _split_scope(self, nodeid: str) -> str:
        file = super()._split_scope(nodeid)
        return "tests/browser" if file.startswith("tests/browser/") else file


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> OneBrowser:
    return OneBrowser(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The stories, then the files that are `long`, then the many short ones fill what is left."""
    items.sort(key=lambda item: [item.get_closest_marker(mark) is None for mark in FIRST])
