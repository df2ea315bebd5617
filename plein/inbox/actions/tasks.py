"""A task on its way: set, handed in, judged, or no longer needed."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import uuid4

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.documents.models import Direction
from plein.documents.receiving import Received
from plein.identity.gate import seal_for
from plein.inbox import event_words as said
from plein.inbox.actions.enclosing import enclose
from plein.inbox.actions.reminding import plan_reminders, stop_reminders
from plein.inbox.models import Channel, HandIn, Judgement, Task, TaskKind, TaskState, Topic
from plein.inbox.task_words import HAND_IN, OBSTACLE, REASON, TASK, TaskWords
from plein.inbox.timeline import tell
from plein.kernel.actor import Actor
from plein.kernel.clock import local_day
from plein.kernel.refusal import Refusal


class TaskIsNotOpen(Refusal):
    message = _("Dit staat niet meer open. U hoeft niets te doen.")


class NothingToJudge(Refusal):
    message = _("Er is niets ingeleverd om te bekijken.")


class ReasonNeeded(Refusal):
    message = _("Schrijf op wat er nog nodig is. De inwoner leest dit.")


class DayHasPassed(Refusal):
    message = _("Kies een dag die nog komt.")


@transaction.atomic
def set_task(
    topic: Topic,
    kind: TaskKind,
    words: TaskWords,
    *,
    due_on: date | None,
    needs_review: bool,
    by: Actor,
    at: datetime,
    template: str = "",
    ladder: Sequence[int] | None = None,
) -> Task:
    """Ask one thing of the resident. Raises `DayHasPassed`.

    One that stood ready (`template`) belongs to what the resident did just now: no word is sent.
    """
    if due_on is not None and due_on < local_day(at):
        raise DayHasPassed
    key = uuid4()
    task = Task.objects.create(
        id=key,
        topic=topic,
        template=template,
        kind=kind,
        words_sealed=seal_for(topic.resident, key, TASK, words.as_text()),
        due_on=due_on,
        has_consequence=bool(words.consequence),
        needs_review=needs_review,
        set_at=at,
        ladder=None if ladder is None else list(ladder),
    )
    plan_reminders(task, at=at)
    tell(said.TASK_READY if template else said.TASK_SET, topic, by=by, at=at, task=task)
    return task


@transaction.atomic
def hand_in(
    task: Task,
    text: str,
    *,
    by: Actor,
    at: datetime,
    files: Sequence[Received] = (),
    channel: Channel = Channel.ONLINE,
    received_on: date | None = None,
) -> HandIn:
    """What the resident answers. Paper counts from its stamp. Raises `TaskIsNotOpen`.

    The same click twice finds what is handed in already, and adds nothing.
    """
    task = _locked(task)
    before = task.hand_ins.filter(round=task.round, judgement="").first()
    if task.state == TaskState.HANDED_IN and before:
        return before
    _move(task, TaskState.HANDED_IN if task.needs_review else TaskState.APPROVED, at=at)
    key = uuid4()
    sealed = seal_for(task.topic.resident, key, HAND_IN, text) if text else b""
    found = HandIn.objects.create(
        id=key,
        task=task,
        round=task.round,
        handed_in_at=at,
        received_on=received_on or local_day(at),
        channel=channel,
        words_sealed=sealed,
    )
    enclose(task.topic, files, direction=Direction.IN, by=by, at=at, hand_in=found)
    tell(said.TASK_HANDED_IN, task.topic, by=by, at=at, task=task, channel=channel)
    return found


@transaction.atomic
def approve_hand_in(task: Task, *, by: Actor, at: datetime) -> Task:
    """It is in order. Raises `NothingToJudge`."""
    task = _judged(task, Judgement.ENOUGH, "", by=by, at=at)
    _move(task, TaskState.APPROVED, at=at)
    tell(said.TASK_DONE, task.topic, by=by, at=at, task=task)
    return task


@transaction.atomic
def ask_more(task: Task, reason: str, *, due_on: date | None, by: Actor, at: datetime) -> Task:
    """Another round, with what is still needed. Raises `NothingToJudge`, `ReasonNeeded`."""
    if not reason.strip():
        raise ReasonNeeded
    if due_on is not None and due_on < local_day(at):
        raise DayHasPassed
    task = _judged(task, Judgement.MORE_NEEDED, reason, by=by, at=at)
    task.round, task.due_on = task.round + 1, due_on
    _move(task, TaskState.OPEN, at=at)
    tell(said.TASK_MORE, task.topic, by=by, at=at, task=task)
    return task


@transaction.atomic
def report_obstacle(task: Task, text: str, *, by: Actor, at: datetime) -> Task:
    """ "Dit lukt mij niet": from now it is our turn, and its day waits. Raises `TaskIsNotOpen`."""
    task = _locked(task)
    if task.state == TaskState.OBSTACLE:
        return task
    task.obstacle_sealed = seal_for(task.topic.resident, task.pk, OBSTACLE, text) if text else b""
    _move(task, TaskState.OBSTACLE, at=at)
    tell(said.TASK_OBSTACLE, task.topic, by=by, at=at, task=task)
    return task


@transaction.atomic
def answer_obstacle(task: Task, *, due_on: date | None, by: Actor, at: datetime) -> Task:
    """It stands open again, with a later day where one is given. Raises `TaskIsNotOpen`."""
    if due_on is not None and due_on < local_day(at):
        raise DayHasPassed
    task = _locked(task)
    if task.state != TaskState.OBSTACLE:
        raise TaskIsNotOpen
    task.due_on = due_on
    _move(task, TaskState.OPEN, at=at)
    tell(said.TASK_OPENED, task.topic, by=by, at=at, task=task)
    return task


@transaction.atomic
def drop_task(task: Task, *, by: Actor, at: datetime) -> Task:
    """It is not needed any more. Raises `TaskIsNotOpen`."""
    task = _locked(task)
    _move(task, TaskState.DROPPED, at=at)
    tell(said.TASK_DROPPED, task.topic, by=by, at=at, task=task)
    return task


def _locked(task: Task) -> Task:
    found = Task.objects.select_for_update(of=["self"]).select_related("topic__resident")
    return found.get(pk=task.pk)


def _move(task: Task, state: TaskState, *, at: datetime) -> None:
    """Its reminders start and stop with it."""
    if state not in Task.MOVES[TaskState(task.state)]:
        raise TaskIsNotOpen
    task.state = state
    task.save(update_fields=["state", "round", "due_on", "obstacle_sealed"])
    if state == TaskState.OPEN:
        plan_reminders(task, at=at)
    else:
        stop_reminders(task, at=at)


def _judged(task: Task, judgement: Judgement, reason: str, *, by: Actor, at: datetime) -> Task:
    task = _locked(task)
    found = task.hand_ins.filter(round=task.round, judgement="").first()
    if task.state != TaskState.HANDED_IN or found is None:
        raise NothingToJudge
    found.judgement, found.judged_at = judgement, at
    found.judged_by = ", ".join(part for part in (by.function, by.team) if part)
    if reason:
        found.reason_sealed = seal_for(task.topic.resident, found.pk, REASON, reason)
    found.save(update_fields=["judgement", "judged_at", "judged_by", "reason_sealed"])
    return task
