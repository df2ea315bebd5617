"""Tasks look only at what is asked, and count from a day that can be known."""

from collections.abc import Iterator

from plein.journeys.condition_checks import problems_in
from plein.journeys.due import BIRTHDAY, DECIDED, EVENTS, REPORTED
from plein.journeys.journey import Journey
from plein.journeys.problems import Problem, nearest
from plein.journeys.questions import Kind
from plein.journeys.task_templates import Starts, TaskTemplate


def task_problems(journey: Journey) -> Iterator[Problem]:
    questions = {each.key: each for each in journey.intake.questions} if journey.intake else {}
    days = [key for key, each in questions.items() if each.kind == Kind.DAY]
    for number, task in enumerate(journey.tasks):
        for what, example in _dates(journey, task, days):
            yield Problem(("tasks", number, "due"), what, example)
        if task.when:
            place = ("tasks", number, "when")
            yield from problems_in(place, task.when, frozenset(questions), questions)
        if task.starts == Starts.REPORT and journey.report is None:
            what = "deze klantreis heeft geen melding"
            yield Problem(("tasks", number, "starts"), what, "starts: aanvraag")


def _dates(journey: Journey, task: TaskTemplate, days: list[str]) -> Iterator[tuple[str, str]]:
    event = task.due.event
    if event not in {*EVENTS, *days} and not BIRTHDAY.fullmatch(event):
        meant = nearest(event, [*EVENTS, *days], "opdracht")
        yield f"'{event}' is geen dag die wij kennen", f"due: {meant} + 14 dagen"
    elif event == REPORTED and journey.report is None:
        yield "deze klantreis heeft geen melding", "due: opdracht + 14 dagen"
    elif event == DECIDED and task.starts != Starts.DECISION:
        yield "het besluit komt later dan deze opdracht", "due: opdracht + 14 dagen"
