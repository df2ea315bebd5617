"""A condition may name what was asked before it, and compares it with what it can be."""

from collections.abc import Iterator

from plein.journeys.comparisons import Comparison, Contains, IsIn
from plein.journeys.intake import Intake
from plein.journeys.kinds import check_kinds
from plein.journeys.problems import Place, Problem, nearest
from plein.journeys.questions import Question
from plein.journeys.tokens import EXAMPLE
from plein.journeys.tree import Comparing, Condition

EARLIER = "zet de stap met die vraag eerder in steps"


def condition_problems(intake: Intake) -> Iterator[Problem]:
    questions = {question.key: question for question in intake.questions}
    for place, condition, earlier in _conditions(intake):
        yield from problems_in(place, condition, earlier, questions)


def problems_in(
    place: Place, condition: Condition, earlier: frozenset[str], questions: dict[str, Question]
) -> Iterator[Problem]:
    """`earlier` are the questions that were asked by then."""
    yield from _names(place, condition, earlier, questions)
    kinds = {key: question.value_kind for key, question in questions.items()}
    for what in check_kinds(condition, kinds):
        yield Problem(place, what, f"when: {EXAMPLE}")
    yield from _choices(place, condition, questions)


def _conditions(intake: Intake) -> Iterator[tuple[Place, Condition, frozenset[str]]]:
    """Each with its place, and what was asked before it."""
    numbers = {question.key: number for number, question in enumerate(intake.questions)}
    earlier: frozenset[str] = frozenset()
    for number, step in enumerate(intake.steps):
        if step.when:
            yield ("steps", number, "when"), step.when, earlier
        for key in step.asks:
            if key in numbers and (when := intake.question(key).when):
                yield ("questions", numbers[key], "when"), when, earlier
            earlier |= {key}


def _names(
    place: Place, condition: Condition, earlier: frozenset[str], known: dict[str, Question]
) -> Iterator[Problem]:
    for name in sorted(condition.names - earlier):
        if name in known:
            yield Problem(place, f"vraag '{name}' komt pas later, of in geen stap", EARLIER)
        else:
            example = f"when: {nearest(name, sorted(earlier), 'kinderen')} == …"
            yield Problem(place, f"vraag '{name}' bestaat niet", example)


def _choices(
    place: Place, condition: Condition, questions: dict[str, Question]
) -> Iterator[Problem]:
    for each in condition.comparisons():
        question = questions.get(each.name)
        if not question or not question.choices:
            continue
        for text in _texts(each):
            if text not in question.values:
                what = f"'{text}' is geen keuze van vraag '{question.key}'"
                yield Problem(place, what, f"kies uit {', '.join(question.values)}")


def _texts(each: Comparing) -> list[str]:
    """The texts with which a question is compared."""
    match each:
        case Contains(choice=text) | Comparison(other=str(text)):
            return [text]
        case IsIn(values=values):
            return [value for value in values if isinstance(value, str)]
    return []
