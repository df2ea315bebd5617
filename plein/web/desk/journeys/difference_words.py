"""A difference in words: which part it is about, and what stood and stands there."""

from typing import Any

from plein.authoring.differences import ORDER, Difference
from plein.journeys.languages import DUTCH, LANGUAGES
from plein.journeys.problems import Place
from plein.web.desk.journeys.labels import LABELS, SECTIONS


def choice_name(place: Place) -> str:
    """Of the choice of one difference on the page."""
    return "kies-" + ".".join(map(str, place))


def row_of(each: Difference) -> dict[str, Any]:
    return {
        "name": choice_name(each.place),
        "where": " › ".join(map(_part_words, each.place)),
        "kind": each.kind,
        "is_adapted": each.is_adapted,
        "ours": value_words(each.ours),
        "theirs": value_words(each.theirs),
    }


def _part_words(part: str | int) -> str:
    if part == ORDER:
        return "volgorde"
    known = SECTIONS.get(str(part)) or LABELS.get(str(part)) or LANGUAGES.get(str(part))
    return str(known or part)


def value_words(value: Any) -> str:
    """A text as it is; lists and parts in a form that can be read."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return ", ".join(value)
    if isinstance(value, list):
        return "\n".join(map(_title, value))
    if isinstance(value, dict):
        lines = (f"{LABELS.get(name, name)}: {value_words(each)}" for name, each in value.items())
        return "\n".join(lines)
    return str(value)


def _title(row: Any) -> str:
    """What a row is about, where all of it would be too much."""
    names = ("title", "label", "resident", "met", "key")
    found = (
        next((row[each] for each in names if each in row), row) if isinstance(row, dict) else row
    )
    return str(found.get(DUTCH, "")) if isinstance(found, dict) else str(found)
