"""Tasks as a journey declares them: their words in all its languages, and until which day."""

from collections.abc import Mapping
from datetime import date

from plein.cases.models import Case, CaseType
from plein.inbox.task_words import TaskWords
from plein.journeys.due import APPLIED, DECIDED, REPORTED, SET
from plein.journeys.languages import DUTCH
from plein.journeys.phases import Phase
from plein.journeys.task_templates import TaskTemplate
from plein.kernel.birthday import birthday

PARTS = ("title", "why", "example", "consequence", "group")


def words_of(case_type: CaseType, key: str) -> TaskWords:
    template = case_type.in_dutch.task(key)
    others = [each for each in case_type.in_dutch.languages if each != DUTCH]
    return TaskWords(
        **_parts(template),
        link=template.link,
        languages={each: _parts(case_type.read_in(each).task(key)) for each in others},
    )


def _parts(template: TaskTemplate) -> dict[str, str]:
    return {name: getattr(template, name) for name in PARTS}


def due_on(
    template: TaskTemplate, case: Case, answered: Mapping[str, date], born: date | None, today: date
) -> date | None:
    """None where the day is not known, or lies behind us: then it is as soon as one can."""
    days = {SET: today, **answered}
    if case.reported_on:
        days[REPORTED] = case.reported_on
    if case.phase != Phase.REPORTED:
        days[APPLIED] = case.received_on
    if case.phase in (Phase.DECIDED, Phase.DONE):
        days[DECIDED] = today
    if born and template.due.age is not None:
        days[template.due.event] = birthday(born, template.due.age)
    found = template.due.on(days)
    return found if found and found >= today else None
