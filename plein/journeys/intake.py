"""An intake: the list of steps from which next, back and the summary follow."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

from pydantic import Field, model_validator

from plein.journeys.declared import Declared, Line, Slug, Text, When
from plein.journeys.problems import does_not_fit
from plein.journeys.questions import Question
from plein.journeys.tree import Answers
from plein.journeys.values import Value


class Step(Declared):
    """`confirms` names what the vault shows, with source and date: right or not?"""

    key: Slug
    title: Line
    text: Text = ""
    when: When = None
    asks: tuple[Slug, ...] = Field(default=(), max_length=50)
    confirms: tuple[Slug, ...] = Field(default=(), max_length=50)

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not (self.asks or self.confirms or self.text):
            raise does_not_fit("een stap heeft asks, confirms of text", "asks: [woonsituatie]")
        return self


@dataclass(frozen=True, slots=True)
class Counts:
    steps: int
    questions: int
    confirms: int
    answered: int


class Intake(Declared):
    """Only what is asked on the way counts: an answer to a question that fell away is left out."""

    steps: tuple[Step, ...] = Field(min_length=1, max_length=50)
    questions: tuple[Question, ...] = Field(default=(), max_length=200)

    def question(self, key: str) -> Question:
        return next(question for question in self.questions if question.key == key)

    def step(self, key: str) -> Step:
        return next(step for step in self.steps if step.key == key)

    def route(self, answers: Answers) -> tuple[Step, ...]:
        """The steps to take. One whose questions all fall away is passed by."""
        return tuple(step for step, _ in self._walk(answers))

    def asked_in(self, step: Step, answers: Answers) -> tuple[Question, ...]:
        """None where the route does not come by this step."""
        return next((asked for each, asked in self._walk(answers) if each.key == step.key), ())

    def needed(self, answers: Answers) -> frozenset[str]:
        return frozenset(each.key for each in self._asked(answers) if each.required)

    def missing(self, answers: Answers) -> frozenset[str]:
        return self.needed(answers) - answers.keys()

    def counting(self, answers: Answers) -> dict[str, Value]:
        """The answers that count: to what is asked on this route, and to nothing else."""
        keys = [each.key for each in self._asked(answers)]
        return {key: answers[key] for key in keys if key in answers}

    def counts(self, answers: Answers) -> Counts:
        route = self.route(answers)
        return Counts(
            steps=len(route),
            questions=len(list(self._asked(answers))),
            confirms=sum(len(step.confirms) for step in route),
            answered=len(self.counting(answers)),
        )

    def _asked(self, answers: Answers) -> Iterator[Question]:
        for _, asked in self._walk(answers):
            yield from asked

    def _walk(self, answers: Answers) -> Iterator[tuple[Step, tuple[Question, ...]]]:
        """Every condition sees only what was asked before it."""
        so_far: dict[str, Value] = {}
        for step in self.steps:
            if step.when is None or step.when.holds(so_far):
                asked = tuple(self._ask(step, answers, so_far))
                if asked or step.confirms or step.text:
                    yield step, asked

    def _ask(self, step: Step, answers: Answers, so_far: dict[str, Value]) -> Iterator[Question]:
        for question in map(self.question, step.asks):
            if question.when is None or question.when.holds(so_far):
                if question.key in answers:
                    so_far[question.key] = answers[question.key]
                yield question
