"""The demo's data: YAML beside this file, read as it stands."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

_FOLDER = Path(__file__).with_name("data")


@cache
def rows(file: str, name: str | None = None) -> list[dict[str, Any]]:
    """The list called `name` (or as the file itself) in `data/<file>.yaml`."""
    found: list[dict[str, Any]] = read(file)[name or file]
    return found


@cache
def read(file: str) -> dict[str, Any]:
    document: dict[str, Any] = yaml.load((_FOLDER / f"{file}.yaml").read_text(), yaml.CSafeLoader)
    return document
