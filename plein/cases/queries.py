"""Cases with their light, for a page of the resident or of staff; tasks come in one query."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import OuterRef, Prefetch, QuerySet, Subquery

from plein.audit.actions import Purpose
from plein.cases.light import CaseState, Item, Light, light_of
from plein.cases.models import Case, Signature
from plein.cases.models.signatures import last_day_to_sign
from plein.identity.gate import SealedText, read_sealed
from plein.identity.models import Resident
from plein.inbox.models import Task, TaskState
from plein.inbox.task_words import TASK, TaskWords, words_from
from plein.journeys.phases import Phase
from plein.kernel.actor import Actor

NO_WORDS = TaskWords("")


@dataclass(frozen=True, slots=True)
class CaseFile:
    """A case as it stands today: what is open in it, and whose turn it is."""

    case: Case
    tasks: Sequence[Task]  # unfinished, soonest first
    words: Mapping[UUID, TaskWords]
    light: Light

    def may_file_on(self, day: date) -> bool:
        """After a melding the aanvraag is still to be sent."""
        if self.case.phase != Phase.REPORTED:
            return False
        return self.case.files_from is None or day >= self.case.files_from

    def said(self, task: Task) -> TaskWords:
        return self.words.get(task.pk, NO_WORDS)


def with_tasks(cases: QuerySet[Case]) -> QuerySet[Case]:
    """Every task stands ready in `every_task` of the topic, soonest first.

    And in `signature_asked_at` since when we wait for a signature, in the same question.
    """
    tasks = Task.objects.order_by("due_on", "set_at")
    asked = Signature.objects.asked().filter(case=OuterRef("pk")).values("asked_at")
    return (
        cases.select_related(
            "topic", "case_type", "handler__account", "dossier__resident", "waits_for"
        )
        .annotate(signature_asked_at=Subquery(asked[:1]))
        .prefetch_related(Prefetch("topic__tasks", tasks, to_attr="every_task"))
    )


def tasks_of(case: Case) -> list[Task]:
    """Of a case that came `with_tasks`."""
    return case.topic.every_task  # type: ignore[attr-defined,no-any-return]


@dataclass(frozen=True, slots=True)
class Done:
    """How far somebody is with what they do; what fell away does not count."""

    done: int
    total: int


def done_of(tasks: Iterable[Task]) -> Done:
    states = [task.state for task in tasks if task.state != TaskState.DROPPED]
    return Done(states.count(TaskState.APPROVED), len(states))


def signature_by(case: Case) -> date | None:
    """Until when a partner may sign what came `with_tasks`; None where nobody is asked."""
    asked_at = case.signature_asked_at  # type: ignore[attr-defined]
    return last_day_to_sign(asked_at) if asked_at else None


def files_of(
    cases: Iterable[Case], day: date, words: Mapping[UUID, TaskWords] | None = None
) -> list[CaseFile]:
    """The light needs no words: without them it is about kinds and days only."""
    return [_file(case, day, words or {}) for case in cases]


def words_of_tasks(
    resident: Resident, tasks: Sequence[Task], *, purpose: Purpose, by: Actor, at: datetime
) -> dict[UUID, TaskWords]:
    """What is asked, opened in one look; none where there is nothing to open."""
    if not tasks:
        return {}
    texts = [SealedText(task.pk, TASK, task.words_sealed) for task in tasks]
    opened = read_sealed(resident, texts, purpose=purpose, by=by, at=at)
    return {task.pk: words_from(text) for task, text in zip(tasks, opened, strict=True)}


def _file(case: Case, day: date, words: Mapping[UUID, TaskWords]) -> CaseFile:
    tasks = [task for task in tasks_of(case) if task.is_unfinished]
    items = [_item(task, words.get(task.pk, NO_WORDS)) for task in tasks]
    is_reported = case.phase == Phase.REPORTED
    state = CaseState(
        phase=Phase(case.phase),
        items=[*items, *([_to_file(case, day)] if is_reported else [])],
        decide_before=None if case.suspended_since or is_reported else case.last_day,
        turn_of=case.waits_for.name if case.waits_for else "",
        signature_by=signature_by(case),
    )
    return CaseFile(case, tasks, words, light_of(state, day))


def _to_file(case: Case, day: date) -> Item:
    """After a melding the aanvraag is still to be sent, by who need not wait with it."""
    waits = case.files_from is not None and day < case.files_from
    return Item(case.pk, case.case_type.read.name, due_on=case.last_day, waits_for_us=waits)


def _item(task: Task, words: TaskWords) -> Item:
    return Item(
        id=task.pk,
        title=words.title,
        due_on=task.due_on,
        consequence=words.consequence or ("ja" if task.has_consequence else ""),
        waits_for_us=task.state != TaskState.OPEN,
    )
