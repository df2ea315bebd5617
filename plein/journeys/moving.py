"""Which questions tell of a move: it is noticed when they are sent (Wet BRP art. 2.39)."""

from collections.abc import Iterator

from plein.journeys.declared import Declared, Slug
from plein.journeys.intake import Intake
from plein.journeys.problems import Problem, nearest


class Moves(Declared):
    """Each names a question. Who goes to another municipality answers `municipality`."""

    on: Slug
    postcode: Slug
    number: Slug
    addition: Slug
    municipality: Slug


def moving_problems(moves: Moves, intake: Intake | None) -> Iterator[Problem]:
    known = [question.key for question in intake.questions] if intake else []
    for name, key in moves:
        if key not in known:
            example = f"{name}: {nearest(key, known, 'verhuisdag')}"
            yield Problem(("moves", name), f"vraag '{key}' bestaat niet", example)
