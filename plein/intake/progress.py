"""How far somebody is: what is on the route, what is answered, and what is missing."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from plein.intake.answers import Answers
from plein.journeys.intake import Intake, Step
from plein.journeys.questions import Kind, Question
from plein.journeys.values import Value

CENTS = 100


@dataclass(frozen=True, slots=True)
class StillToDo:
    """We know `known` things, that only want a yes or no; `ask` are for the resident to tell."""

    known: int
    ask: int


def values(intake: Intake, answers: Answers) -> dict[str, Value]:
    """As conditions compare them: amounts in euros, days as days."""
    known = {question.key: question for question in intake.questions}
    return {key: _value(known[key], each) for key, each in answers.given.items() if key in known}


def route(intake: Intake, answers: Answers) -> tuple[Step, ...]:
    return intake.route(values(intake, answers))


def asked_in(intake: Intake, step: Step, answers: Answers) -> tuple[Question, ...]:
    return intake.asked_in(step, values(intake, answers))


def missing(intake: Intake, answers: Answers) -> frozenset[str]:
    """Keys of questions and of confirmations on the route without an answer."""
    unsaid = {key for step in route(intake, answers) for key in step.confirms}
    unasked = intake.missing(values(intake, answers))
    return unasked | (unsaid - answers.confirmed.keys())


def keys_of(intake: Intake, step: Step, answers: Answers) -> frozenset[str]:
    asked = {question.key for question in asked_in(intake, step, answers)}
    return frozenset(asked | set(step.confirms))


def on_route(intake: Intake, answers: Answers) -> frozenset[str]:
    """All that was asked and shown on the route that was taken."""
    every = [keys_of(intake, step, answers) for step in route(intake, answers)]
    return frozenset().union(*every)


def step_after(intake: Intake, answers: Answers, here: str) -> Step | None:
    """None at the end of the route."""
    steps = route(intake, answers)
    keys = [step.key for step in steps]
    number = keys.index(here) + 1 if here in keys else 0
    return steps[number] if number < len(steps) else None


def first_open(intake: Intake, answers: Answers) -> Step | None:
    """Where something is still to be told."""
    lacking = missing(intake, answers)
    steps = route(intake, answers)
    return next((step for step in steps if lacking & keys_of(intake, step, answers)), None)


def still_to_do(intake: Intake, answers: Answers, known: Collection[str]) -> StillToDo:
    """`known` are the elements that the vault holds something of."""
    shown = {key for step in route(intake, answers) for key in step.confirms}
    needed = intake.needed(values(intake, answers))
    return StillToDo(len(shown & set(known)), len(needed) + len(shown - set(known)))


def _value(question: Question, given: Any) -> Value:
    match question.kind:
        case Kind.AMOUNT:
            return Decimal(given) / CENTS
        case Kind.DAY:
            return date.fromisoformat(given)
        case Kind.MANY | Kind.FILES:
            return tuple(given)
    found: Value = given
    return found
