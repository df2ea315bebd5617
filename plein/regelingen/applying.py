"""How somebody applies for what a regeling gives: who decides, where, and in which steps."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from plein.regelingen.library import FOLDER


@dataclass(frozen=True)
class Way:
    """`target` is the rule that says how much, or whether at all; `known_from` a vault element.

    `unsure_of` are facts that no source tells us: the reader sees that we do not know them.
    """

    regeling: str
    target: str
    per: str  # maand | kwartaal | jaar | keer
    name: dict[str, str]  # by language
    decides: dict[str, str]
    steps: tuple[dict[str, str], ...]
    url: str = ""  # empty where the municipality itself decides
    known_from: str = ""  # empty where no element tells that somebody has it
    unsure_of: tuple[str, ...] = ()


@cache
def ways_to_apply() -> tuple[Way, ...]:
    files = sorted(FOLDER.glob("*/apply.yaml"))
    return tuple(way for file in files for way in _read(file))


def _read(file: Path) -> Iterator[Way]:
    for given in yaml.safe_load(file.read_text()):
        lists = {name: tuple(given.get(name, ())) for name in ("steps", "unsure_of")}
        yield Way(regeling=file.parent.name, **given | lists)
