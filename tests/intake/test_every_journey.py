"""Every regeling with questions: filled in, sent, and with what follows from it."""

from typing import Any

import pytest

from plein.cases.actions.publishing import publish_case_type
from plein.inbox import event_words as said
from plein.inbox.models import TaskState
from plein.intake.actions.filing import file
from plein.intake.actions.filling_in import begin, keep_answers
from plein.intake.answers import Answers, Confirmed
from plein.intake.progress import values
from plein.journeys.journey import Journey
from plein.journeys.questions import Kind, Question
from plein.journeys.reading import read_journey
from plein.journeys.task_templates import Starts
from plein.regelingen.library import journeys
from tests.cases.conftest import *  # noqa: F403
from tests.cast import NOON, TESTS, TODAY

READ = {key: read_journey(document) for key, document in journeys().items()}
WITH_QUESTIONS = sorted(key for key, journey in READ.items() if journey.intake)
ANSWERED = {
    Kind.TEXT: "zo",
    Kind.LONG_TEXT: "Zo is het.",
    Kind.AMOUNT: 12_500,
    Kind.DAY: TODAY.isoformat(),
    Kind.ACCOUNT: "NL91ABNA0417164300",
    Kind.POSTCODE: "7821 AB",
    Kind.FILES: [],
}


def answer_to(question: Question, *, yes: bool) -> Any:
    match question.kind:
        case Kind.YES_NO:
            return yes
        case Kind.ONE:
            return question.values[0 if yes else -1]
        case Kind.MANY:
            return list(question.values) if yes else [question.values[-1]]
        case Kind.NUMBER:
            return question.least or 1
    return ANSWERED[question.kind]


def answers_to(journey: Journey, *, yes: bool) -> Answers:
    assert journey.intake
    shown = [key for step in journey.intake.steps for key in step.confirms]
    return Answers(
        {each.key: answer_to(each, yes=yes) for each in journey.intake.questions},
        {key: Confirmed(True, "zo", "de BRP") for key in shown},
    )


def sent(resident, key, *, yes):
    case_type = publish_case_type(key, journeys()[key], by=TESTS, at=NOON)
    draft = begin(resident, case_type, by=resident.actor, at=NOON)
    answers = answers_to(READ[key], yes=yes)
    keep_answers(draft, answers, step="", by=resident.actor, at=NOON)
    return file(draft, by=resident.actor, at=NOON)


@pytest.mark.parametrize("yes", [True, False])
@pytest.mark.parametrize("key", WITH_QUESTIONS)
def test_it_is_sent_and_sets_its_tasks(fatima, key, yes):
    case = sent(fatima, key, yes=yes)

    expected = {
        task.key
        for task in READ[key].tasks
        if task.starts == Starts.APPLICATION and task.when is None
    }
    tasks = case.topic.tasks.filter(state=TaskState.OPEN)
    assert expected <= set(tasks.values_list("template", flat=True))
    assert fatima.relocations.exists() == (READ[key].moves is not None)


@pytest.mark.parametrize("yes", [True, False])
@pytest.mark.parametrize("key", [key for key in WITH_QUESTIONS if READ[key].partners])
def test_organisations_join_only_where_the_answers_say_so(fatima, key, yes):
    case = sent(fatima, key, yes=yes)

    said_yes = values(READ[key].intake, answers_to(READ[key], yes=yes))
    joins = [each for each in READ[key].partners if not each.when or each.when.holds(said_yes)]
    looked_for = [said.PARTNER_IN, said.PARTNER_BY_HAND]
    assert case.topic.events.filter(name__in=looked_for).count() == len(joins)
