"""Do the steps and the questions of an intake fit together?"""

from collections import Counter
from collections.abc import Iterator

from plein.journeys.doubles import doubles
from plein.journeys.intake import Intake
from plein.journeys.problems import Place, Problem, nearest


def intake_problems(intake: Intake) -> Iterator[Problem]:
    yield from doubles("steps", "stap", [step.key for step in intake.steps])
    yield from doubles("questions", "vraag", [question.key for question in intake.questions])
    yield from _unknown(intake)
    yield from _not_asked_once(intake)


def asked(intake: Intake) -> Iterator[tuple[Place, str]]:
    """Every question with its place, in the order in which they are asked."""
    for number, step in enumerate(intake.steps):
        for index, key in enumerate(step.asks):
            yield ("steps", number, "asks", index), key


def _unknown(intake: Intake) -> Iterator[Problem]:
    known = [question.key for question in intake.questions]
    for place, key in asked(intake):
        if key not in known:
            meant = nearest(key, known, next(iter(known), "woonsituatie"))
            yield Problem(place, f"vraag '{key}' bestaat niet", f"asks: [{meant}]")


def _not_asked_once(intake: Intake) -> Iterator[Problem]:
    times = Counter(key for _, key in asked(intake))
    for number, question in enumerate(intake.questions):
        if times[question.key] != 1:
            how_often = "in geen stap" if not times[question.key] else "twee keer"
            what = f"wordt {how_often} gevraagd, en hoort in één stap"
            yield Problem(("questions", number), what, f"asks: [{question.key}]")
