"""How somebody applies for what a regeling gives: who decides, where, and in which steps."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from plein.regelingen.library import FOLDER


@dataclass(frozen=True)
class Way:
    """`target` is the rule that says how much; `known_from` an element of the vault."""

    regeling: str
    target: str
    per: str  # maand | kwartaal | jaar
    name: dict[str, str]  # by language
    decides: dict[str, str]
    url: str  # empty where the municipality itself decides
    known_from: str
    steps: tuple[dict[str, str], ...]


@cache
def ways_to_apply() -> tuple[Way, ...]:
    return tuple(_read(file) for file in sorted(FOLDER.glob("*/apply.yaml")))


def _read(file: Path) -> Way:
    given = yaml.safe_load(file.read_text())
    return Way(regeling=file.parent.name, **given | {"steps": tuple(given["steps"])})
