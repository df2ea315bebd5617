"""YAML with its line numbers, so that a problem can be found in the file."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from plein.journeys.problems import DeclarationDoesNotFit, Lines, Place


def read_yaml(path: Path) -> tuple[Any, Lines]:
    """What stands in it, and the line of each place. Raises `DeclarationDoesNotFit`."""
    try:
        node, given = _parsed(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, ValueError) as problem:
        raise DeclarationDoesNotFit([_no_yaml(path, problem)]) from None
    if node is None or not isinstance(given, dict):
        raise DeclarationDoesNotFit([f"{path.name}: hier staat niets. Voorbeeld: name: Bijstand"])
    found = list(_places(node))
    lines = Lines(path.name, dict(found))
    times = Counter(place for place, _ in found)
    if doubles := [place for place, number in times.items() if number > 1]:
        raise DeclarationDoesNotFit(_double(lines, place) for place in doubles)
    return given, lines


class _PlainLoader(yaml.SafeLoader):
    """Without `*name`: what stands somewhere has one line. A day stays as it is written."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            mark = self.current_event.start_mark
            raise yaml.MarkedYAMLError(problem="een verwijzing met * kan niet", problem_mark=mark)
        return super().compose_node(parent, index)


def _is_read(first: str, tag: str) -> bool:
    """Only true and false are yes and no: `on` is a name, and No an answer."""
    kind = tag.rpartition(":")[2]
    return kind != "timestamp" and (kind != "bool" or first in "tTfF")


_PlainLoader.yaml_implicit_resolvers = {
    first: [each for each in found if _is_read(first, each[0])]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def _parsed(text: str) -> tuple[yaml.Node | None, Any]:
    loader = _PlainLoader(text)
    try:
        node = loader.get_single_node()
        return node, loader.construct_document(node) if node else None
    finally:
        loader.dispose()


def _double(lines: Lines, place: Place) -> str:
    return f"{lines.told(place)}'{place[-1]}' staat er twee keer. Voorbeeld: haal er een weg"


def _no_yaml(path: Path, problem: Exception) -> str:
    """Not every problem has a mark."""
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
