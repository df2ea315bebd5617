"""How far a resident is with what a text is about: by the tasks and the aanvragen they have."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from plein.cases.models import Case
from plein.content.timeline import Moment
from plein.identity.models import Resident
from plein.inbox.models import TaskState
from plein.journeys.phases import OPEN

JOURNEY = "achttien_worden"
WORDS = {
    TaskState.OPEN: _("Staat op uw lijst"),
    TaskState.HANDED_IN: _("Ingestuurd"),
    TaskState.OBSTACLE: _("Dit lukt nog niet"),
    TaskState.APPROVED: _("Klaar"),
    TaskState.DROPPED: _("Dit hoeft niet meer"),
}
COLUMNS = ("pk", "phase", "case_type__key")
OF_A_TASK = tuple(f"topic__tasks__{name}" for name in ("pk", "template", "state", "due_on"))


@dataclass(frozen=True, slots=True)
class Progress:
    """`until` is the last day of what is still to be done."""

    words: Any
    url: str
    is_done: bool
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Doing:
    """`cases` by their journey, the newest of each; `tasks` by their key, of the plan with us."""

    plan: UUID | None
    tasks: Mapping[str, Progress]
    cases: Mapping[str, Progress]

    def of(self, moment: Moment) -> Progress | None:
        """A task of the plan; else an aanvraag of another journey that goes with the text."""
        task = self.tasks.get((moment.plan and moment.plan.task) or "")
        others = (self.cases.get(key) for key in moment.item.related.journeys if key != JOURNEY)
        return task or next((case for case in others if case), None)


def doing_of(resident: Resident) -> Doing:
    """One question, and no words are opened. An aanvraag comes once for each of its tasks."""
    own = Case.objects.filter(dossier__resident=resident).order_by("filed_at")
    rows = list(own.values_list(*COLUMNS, *OF_A_TASK))
    plan = next((pk for pk, _phase, key, *_rest in reversed(rows) if key == JOURNEY), None)
    return Doing(
        plan,
        {task[1]: _task(pk, *task) for pk, _phase, _key, *task in rows if pk == plan and task[1]},
        {key: _case(pk, phase) for pk, phase, key, *_rest in rows},
    )


def _task(case: UUID, task: UUID, _key: str, state: str, due_on: date | None) -> Progress:
    return Progress(
        WORDS[TaskState(state)],
        reverse("case-task", args=[case, task]),
        is_done=state == TaskState.APPROVED,
        until=due_on if state == TaskState.OPEN else None,
    )


def _case(case: UUID, phase: str) -> Progress:
    is_open = phase in OPEN
    words = _("Aangevraagd") if is_open else _("Afgerond")
    return Progress(words, reverse("case", args=[case]), is_done=not is_open)
