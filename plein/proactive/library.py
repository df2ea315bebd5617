"""Every need, found by its file: a new one is a new file, and no list is edited."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from plein.content.tips.checks import rule_problems, words_problems
from plein.content.tips.library import traits
from plein.content.tips.reading import read_rule
from plein.journeys.problems import Problem
from plein.proactive.need import STARTS, Need

FOLDER = Path(__file__).parent / "needs"


@cache
def needs() -> Mapping[str, Need]:
    """By key, in the order of their names. Raises `DeclarationDoesNotFit`."""
    return MappingProxyType({file.stem: read_need(file) for file in sorted(FOLDER.glob("*.yaml"))})


def read_need(path: Path) -> Need:
    """Raises `DeclarationDoesNotFit`, with the line of each problem and an example."""
    return read_rule(Need, path, lambda need: _problems(need, path.stem))


def _problems(need: Need, name: str) -> Iterator[Problem]:
    if need.key != name:
        yield Problem(("key",), f"de sleutel is niet de naam van het bestand, {name}", name)
    if need.finds:
        yield from words_problems(need, {"dag"}, STARTS)
    else:
        yield from rule_problems(need, traits(), STARTS)
