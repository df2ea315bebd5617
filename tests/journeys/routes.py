"""The fewest walks through a declaration that come everywhere: greedy, and the same each time."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

from plein.journeys.intake import Intake
from plein.journeys.journey import Journey
from plein.journeys.questions import Kind, Question
from plein.journeys.tree import Answers, Condition
from plein.journeys.values import Value
from plein.regelingen.library import FOLDER
from tests.journeys.test_intake_files import answers_to

FILES = [file for file in sorted(FOLDER.glob("*/journey.yaml")) if "\nintake:" in file.read_text()]
TRIED = 1500  # combinations among which the greedy choice is made
MOST = 8  # walks for one journey

Goal = tuple[str, str, bool]


def name_of(file: Path) -> str:
    return file.parent.name


def goals(journey: Journey, intake: Intake) -> frozenset[Goal]:
    """Every step, every question, and every condition both true and false."""
    steps = {("stap", step.key, True) for step in intake.steps}
    questions = {("vraag", each.key, True) for each in intake.questions}
    conditions = {
        (what, key, holds)
        for what, key, _ in _conditions(journey, intake)
        for holds in (True, False)
    }
    return frozenset(steps | questions | conditions)


def reached(journey: Journey, intake: Intake, answers: Answers) -> frozenset[Goal]:
    """What a walk with these answers comes by."""
    found: set[Goal] = set()
    for step in intake.route(answers):
        found.add(("stap", step.key, True))
        found |= {("vraag", each.key, True) for each in intake.asked_in(step, answers)}
    counting = intake.counting(answers)
    for what, key, condition in _conditions(journey, intake):
        found.add((what, key, condition.holds(counting)))
    return frozenset(found)


def walks(journey: Journey, intake: Intake) -> list[dict[str, Value]]:
    """Each time the answers that bring most of what is left; fails where something stays left."""
    tried = [(each, reached(journey, intake, each)) for each in _some(journey, intake)]
    left, found = set(goals(journey, intake)), []
    while left:
        answers, comes_by = max(tried, key=lambda each: len(each[1] & left))
        assert comes_by & left, f"nobody ever comes by {sorted(left)}"
        found.append(answers)
        left -= comes_by
    return found


def _conditions(journey: Journey, intake: Intake) -> Iterator[tuple[str, str, Condition]]:
    """Those of the steps and the questions, and of what follows from the answers."""
    parts = {
        "stap als": intake.steps,
        "vraag als": intake.questions,
        "opdracht als": journey.tasks,
        "organisatie als": journey.partners,
    }
    for what, rows in parts.items():
        yield from ((what, each.key, each.when) for each in rows if each.when)


def _some(journey: Journey, intake: Intake) -> Iterator[dict[str, Value]]:
    conditions = [condition for _, _, condition in _conditions(journey, intake)]
    names = sorted({name for condition in conditions for name in condition.names})
    options = {name: _options(intake.question(name), conditions) for name in names}
    chance = Random(20_261_124)  # the same walks each time
    for _ in range(TRIED if names else 1):
        yield {name: chance.choice(each) for name, each in options.items()}


def _options(question: Question, conditions: list[Condition]) -> list[Value]:
    """What a resident can really answer."""
    found = [each for each in answers_to(question, conditions) if _is_within(question, each)]
    return [*found, question.values] if question.kind == Kind.MANY else found


def _is_within(question: Question, value: Value) -> bool:
    if question.kind not in (Kind.NUMBER, Kind.AMOUNT):
        return True
    least = 0 if question.least is None else question.least
    return value >= least and (question.most is None or value <= question.most)
