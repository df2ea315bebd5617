"""Staff ask something of the resident; the term may stand still until it is there (Awb 4:15)."""

from datetime import date, datetime

from django.db import transaction

from plein.cases.actions.moving import MoveNotAllowed, locked, wait_for_resident
from plein.cases.models import Case
from plein.inbox.actions.tasks import set_task
from plein.inbox.models import Task, TaskKind
from plein.inbox.task_words import TaskWords
from plein.journeys.phases import Phase
from plein.kernel.actor import Actor


@transaction.atomic
def ask_resident(
    case: Case,
    kind: TaskKind,
    words: TaskWords,
    *,
    due_on: date | None,
    needs_review: bool,
    waits: bool,
    by: Actor,
    at: datetime,
) -> Task:
    """Raises `MoveNotAllowed` for a case that is closed, or not taken up yet when it `waits`."""
    case = locked(case)
    if not case.is_open:
        raise MoveNotAllowed(phase=case.get_phase_display())
    task = set_task(case.topic, kind, words, due_on=due_on, needs_review=needs_review, by=by, at=at)
    if waits and case.phase != Phase.WAITING_RESIDENT:
        wait_for_resident(case, by=by, at=at)
    return task
