"""From a document to a journey that fits, or to all that is wrong with it."""

from collections.abc import Iterable, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from plein.journeys.checks import problems_of
from plein.journeys.files import read_yaml
from plein.journeys.journey import Journey
from plein.journeys.languages import DUTCH, in_language, language_problems
from plein.journeys.problems import DeclarationDoesNotFit, Lines, Place, Problem
from plein.journeys.shapes import shape_problems

_CALLED = {"steps": "stap", "questions": "vraag", "tasks": "opdracht", "stations": "station"}


def read_journey(given: Mapping[str, Any], *, language: str = DUTCH) -> Journey:
    """As it was published. Raises `DeclarationDoesNotFit`."""
    try:
        return Journey.model_validate(in_language(given, language))
    except ValidationError as refused:
        raise _refusal(shape_problems(refused), given, Lines()) from None


def check_journey(given: Mapping[str, Any], *, lines: Lines | None = None) -> Journey:
    """What everything has to fit before it is published. Raises `DeclarationDoesNotFit`."""
    if problems := problems_with(given):
        raise _refusal(problems, given, lines or Lines())
    return read_journey(given)


def problems_with(given: Mapping[str, Any]) -> list[Problem]:
    """All that keeps it from being published, each with its place."""
    try:
        journey = Journey.model_validate(in_language(given, DUTCH))
    except ValidationError as refused:
        return list(shape_problems(refused))
    return [*problems_of(journey), *language_problems(given)]


def check_journey_file(path: Path) -> Journey:
    """Raises `DeclarationDoesNotFit`, with the line of each problem."""
    given, lines = read_yaml(path)
    return check_journey(given, lines=lines)


def _refusal(
    problems: Iterable[Problem], given: Mapping[str, Any], lines: Lines
) -> DeclarationDoesNotFit:
    return DeclarationDoesNotFit(
        f"{lines.told(each.place)}{_subject(each.place, given)}{each.what}."
        f" Voorbeeld: {each.example}"
        for each in problems
    )


def _subject(place: Place, given: Any) -> str:
    """`stap 'partner': `, or its number where it has no key."""
    for index, (part, number) in enumerate(pairwise(place)):
        if part in _CALLED and isinstance(number, int):
            for each in place[: index + 2]:
                given = given[each]
            key = given.get("key") if isinstance(given, Mapping) else None
            return f"{_CALLED[str(part)]} {repr(key) if key else number + 1}: "
    return ""
