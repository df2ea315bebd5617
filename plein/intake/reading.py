"""From a document to an intake that fits, or to all that is wrong with it."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from plein.intake.checks import problems_of
from plein.intake.declaration import Intake
from plein.intake.files import read_yaml
from plein.intake.problems import DeclarationDoesNotFit, Lines, Place, Problem
from plein.intake.shapes import shape_problems

_CALLED = {"steps": "stap", "questions": "vraag"}


def read_intake(given: Mapping[str, Any], *, lines: Lines | None = None) -> Intake:
    """Raises `DeclarationDoesNotFit`."""
    lines = lines or Lines()
    try:
        intake = Intake.model_validate(given)
    except ValidationError as refused:
        raise _refusal(shape_problems(refused), given, lines) from None
    if problems := list(problems_of(intake)):
        raise _refusal(problems, given, lines)
    return intake


def read_intake_file(path: Path, *, under: str = "intake") -> Intake:
    """Raises `DeclarationDoesNotFit`, with the line of each problem."""
    given, lines = read_yaml(path, under)
    return read_intake(given, lines=lines)


def _refusal(
    problems: Iterable[Problem], given: Mapping[str, Any], lines: Lines
) -> DeclarationDoesNotFit:
    return DeclarationDoesNotFit(
        f"{lines.told(each.place)}{_subject(each.place, given)}{each.what}."
        f" Voorbeeld: {each.example}"
        for each in problems
    )


def _subject(place: Place, given: Mapping[str, Any]) -> str:
    """`stap 'partner': `, or its number where it has no key."""
    match place:
        case ("steps" | "questions" as part, int(number), *_):
            row = given[part][number]
            key = row.get("key") if isinstance(row, Mapping) else None
            return f"{_CALLED[part]} {repr(key) if key else number + 1}: "
    return ""
