"""Where something stands in the document of a journey, and the document with it changed."""

import re
from collections.abc import Iterable, Mapping
from copy import deepcopy
from types import UnionType
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel

from plein.journeys.journey import Journey
from plein.journeys.problems import Place

Document = Mapping[str, Any]
_NEW = re.compile(r"nieuw_(\d+)")


class NoSuchPlace(Exception):
    """An address that names nothing of this journey."""


def written(place: Place) -> str:
    """`intake.steps.0`; the journey itself is `-`."""
    return ".".join(map(str, place)) or "-"


def read_place(text: str) -> Place:
    parts = [] if text == "-" else text.split(".")
    return tuple(int(part) if part.isdecimal() else part for part in parts)


def model_at(place: Place) -> type[BaseModel]:
    """What stands here, as it was declared. Raises `NoSuchPlace`."""
    found: Any = Journey
    for part in place:
        if isinstance(part, int):
            continue
        if not _is_model(found) or part not in found.model_fields:
            raise NoSuchPlace(written(place))
        found = inner(found.model_fields[part].annotation)
    if not _is_model(found):
        raise NoSuchPlace(written(place))
    model: type[BaseModel] = found
    return model


def inner(annotation: Any) -> Any:
    """`Question` of `tuple[Question, ...]`, `Intake` of `Intake | None`."""
    while get_origin(annotation) in (tuple, UnionType, Union):
        annotation = next(
            each for each in get_args(annotation) if each not in (type(None), Ellipsis)
        )
    return annotation


def is_list(annotation: Any) -> bool:
    return get_origin(annotation) is tuple


def value_at(document: Any, place: Place) -> Any:
    """None where nothing stands. Raises `NoSuchPlace` for a row that is not there."""
    found: Any = document
    for part in place:
        if isinstance(part, int):
            if not isinstance(found, list) or part >= len(found):
                raise NoSuchPlace(written(place))
            found = found[part]
        else:
            found = found.get(part) if isinstance(found, dict) else None
    return found


def with_value(document: Document, place: Place, value: Any) -> dict[str, Any]:
    """None takes it away. Parts on the way are made."""
    changed: Any = deepcopy(dict(document))
    if not place:
        return dict(value)
    at = changed
    for part in place[:-1]:
        at = at[part] if isinstance(part, int) else at.setdefault(part, {})
    if value is None and not isinstance(place[-1], int):
        at.pop(place[-1], None)
    else:
        at[place[-1]] = value
    whole: dict[str, Any] = changed
    return whole


def added(document: Document, rows: Place, row: Any) -> dict[str, Any]:
    return with_value(document, rows, [*(value_at(document, rows) or []), row])


def without(document: Document, place: Place) -> dict[str, Any]:
    """A row, or a part that may be left out. A question leaves its step as well."""
    if not place or not isinstance(place[-1], int):
        return with_value(document, place, None)
    gone = value_at(document, place)
    rows = list(value_at(document, place[:-1]))
    del rows[place[-1]]
    changed = with_value(document, place[:-1], rows)
    is_question = place[:-1] == ("intake", "questions")
    return _asked_anew(changed, gone.get("key"), []) if is_question else changed


def moved(document: Document, place: Place, by: int) -> dict[str, Any]:
    """One up or down; at the end it stays."""
    rows, number = list(value_at(document, place[:-1])), place[-1]
    if not isinstance(number, int) or not 0 <= number + by < len(rows):
        return dict(document)
    rows.insert(number + by, rows.pop(number))
    return with_value(document, place[:-1], rows)


def renamed(document: Document, before: str, after: str) -> dict[str, Any]:
    """Another key for a question, also where it is asked."""
    return _asked_anew(document, before, [after])


def new_key(taken: Iterable[Any]) -> str:
    numbers = [int(found[1]) for each in taken if (found := _NEW.fullmatch(str(each)))]
    return f"nieuw_{max(numbers, default=0) + 1}"


def _asked_anew(document: Document, key: Any, instead: list[str]) -> dict[str, Any]:
    steps = []
    for step in value_at(document, ("intake", "steps")) or []:
        asks = [
            name for each in step.get("asks", []) for name in (instead if each == key else [each])
        ]
        steps.append({**step, "asks": asks} if "asks" in step else step)
    return with_value(document, ("intake", "steps"), steps)


def _is_model(found: Any) -> bool:
    return isinstance(found, type) and issubclass(found, BaseModel)
