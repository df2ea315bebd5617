"""Tasks that a journey sets by itself: at the melding, the aanvraag or the decision, once each."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.cases.actions.moving import locked
from plein.cases.declared_tasks import due_on, words_of
from plein.cases.models import Case
from plein.inbox.actions.tasks import set_task
from plein.inbox.models import Task
from plein.journeys.task_templates import Starts, TaskTemplate
from plein.journeys.values import Value
from plein.kernel.actor import system
from plein.kernel.clock import local_day
from plein.kernel.dutch import dutch


@dutch()
@transaction.atomic
def set_declared(
    case: Case,
    starts: Starts,
    answers: Mapping[str, Value],
    *,
    at: datetime,
    born: date | None = None,
) -> list[Task]:
    """What is new: an answer may set more of them later. `born` is asked for birthdays only."""
    case = locked(case)
    days = {key: each for key, each in answers.items() if isinstance(each, date)}
    reminders = case.case_type.in_dutch.reminders
    return [
        set_task(
            case.topic,
            template.kind,
            words_of(case.case_type, template.key),
            due_on=due_on(template, case, days, born, local_day(at)),
            needs_review=template.needs_review,
            template=template.key,
            ladder=reminders.ladder if reminders else None,
            by=system(str(_("automatisch"))),
            at=at,
        )
        for template in _new(case, starts, answers)
    ]


def _new(case: Case, starts: Starts, answers: Mapping[str, Value]) -> Iterator[TaskTemplate]:
    stands = set(case.topic.tasks.exclude(template="").values_list("template", flat=True))
    for template in case.case_type.in_dutch.tasks:
        is_for_now = template.starts == starts and template.key not in stands
        if is_for_now and (template.when is None or template.when.holds(answers)):
            yield template
