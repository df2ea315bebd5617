"""YAML with its line numbers, so that a problem can be found in the file."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from plein.intake.problems import DeclarationDoesNotFit, Lines, Place


def read_yaml(path: Path, under: str) -> tuple[Any, Lines]:
    """What stands under one key, and the line of each place in it."""
    try:
        node, given = _parsed(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, ValueError) as problem:
        raise DeclarationDoesNotFit([_no_yaml(path, problem)]) from None
    if node is None or not isinstance(given, dict) or under not in given:
        example = f"{under}: {{steps: […], questions: […]}}"
        raise DeclarationDoesNotFit([f"{path.name}: '{under}' ontbreekt. Voorbeeld: {example}"])
    found = [(place[1:], line) for place, line in _places(node) if place[0] == under]
    lines = Lines(path.name, dict(found))
    if doubles := [
        place for place, times in Counter(place for place, _ in found).items() if times > 1
    ]:
        raise DeclarationDoesNotFit(_double(lines, place, under) for place in doubles)
    return given[under], lines


class _PlainLoader(yaml.SafeLoader):
    """Without `*name`: what stands somewhere has one line."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            mark = self.current_event.start_mark
            raise yaml.MarkedYAMLError(problem="een verwijzing met * kan niet", problem_mark=mark)
        return super().compose_node(parent, index)


def _parsed(text: str) -> tuple[yaml.Node | None, Any]:
    loader = _PlainLoader(text)
    try:
        node = loader.get_single_node()
        return node, loader.construct_document(node) if node else None
    finally:
        loader.dispose()


def _double(lines: Lines, place: Place, under: str) -> str:
    return (
        f"{lines.told(place)}'{(under, *place)[-1]}' staat er twee keer. Voorbeeld: haal er een weg"
    )


def _no_yaml(path: Path, problem: Exception) -> str:
    """A date that does not exist is a `ValueError`, and has no mark."""
    mark = getattr(problem, "problem_mark", None)
    line = f", regel {mark.line + 1}" if mark else ""
    hint = "title: 'Hoe woont u?', met aanhalingstekens om de tekst"
    what = str(getattr(problem, "problem", problem)).splitlines()[0]
    return f"{path.name}{line}: dit is geen YAML ({what}). Voorbeeld: {hint}"


def _places(node: yaml.Node, place: Place = ()) -> Iterator[tuple[Place, int]]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield (*place, key.value), key.start_mark.line + 1
            yield from _places(value, (*place, key.value))
    elif isinstance(node, yaml.SequenceNode):
        for number, value in enumerate(node.value):
            yield (*place, number), value.start_mark.line + 1
            yield from _places(value, (*place, number))
