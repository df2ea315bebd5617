"""The people of the demo and their lives, as the sources know them."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from django.utils import timezone

from plein.gateways.simulators.notation import Cents, Day, Monthly, Year, resolve

Tree = dict[str, Any]
STRANGER = "999900390"  # whose data come back when a source mixes people up


class Loader(yaml.SafeLoader):
    """Plain YAML, and our few tags of `notation`."""


def _monthly(loader: Loader, node: yaml.Node) -> Monthly:
    return Monthly(**loader.construct_mapping(node, deep=True))  # type: ignore[arg-type]


Loader.add_constructor("!day", lambda loader, node: Day(str(node.value)))
Loader.add_constructor("!year", lambda loader, node: Year(int(node.value)))
Loader.add_constructor("!cents", lambda loader, node: Cents(int(node.value)))
Loader.add_constructor("!monthly", _monthly)


def life_of(bsn: str, *, today: date | None = None) -> Tree:
    """What all sources know of this number, on this day; nothing of a number we do not know."""
    found: Tree = resolve(_people().get(bsn, {}), today or timezone.localdate())
    return found


def all_numbers() -> tuple[str, ...]:
    return tuple(_people())


@cache
def _people() -> dict[str, Tree]:
    text = Path(__file__).with_name("people.yaml").read_text()
    found: dict[str, Tree] = yaml.load(text, Loader=Loader)["people"]  # noqa: S506 - a SafeLoader
    return found


def with_markup(value: Any) -> Any:
    """The same, with a script in every word: only codes and numbers stay as they are."""
    match value:
        case dict():
            return {key: with_markup(inner) for key, inner in value.items()}
        case list():
            return [with_markup(inner) for inner in value]
        case str() if any(sign.islower() for sign in value):
            return f"<script>alert(1)</script>{value}"
    return value
