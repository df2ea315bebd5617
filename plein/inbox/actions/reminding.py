"""Reminders: planned and stopped with the task, sent once a day for all tasks together."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from plein.delivery.actions.moving import lapse
from plein.delivery.actions.planning import send_word
from plein.delivery.models import Contact, Delivery
from plein.delivery.notices import Notice
from plein.delivery.policy import ladder_for
from plein.delivery.quiet import is_quiet
from plein.identity.models import Resident
from plein.inbox.ladder import rungs
from plein.inbox.models import Reminder, ReminderState, Task, TaskState
from plein.inbox.notices import word_of
from plein.kernel.clock import local_day


def plan_reminders(task: Task, *, at: datetime) -> None:
    """In the transaction that sets the task open. What was sent for a day stays sent."""
    days = rungs(task.due_on, _ladder(task), after=local_day(at))
    kept = task.reminders.exclude(state=ReminderState.LAPSED).values_list("on", flat=True)
    had = set(kept) if days else set()
    Reminder.objects.bulk_create([Reminder(task=task, on=day) for day in days if day not in had])


def _ladder(task: Task) -> Sequence[int]:
    return ladder_for(task.kind) if task.ladder is None else task.ladder


def stop_reminders(task: Task, *, at: datetime) -> None:
    """In the transaction of the goal; also word of it that has not left, or waits for staff."""
    task.reminders.planned().update(state=ReminderState.LAPSED, settled_at=at)
    sent = task.reminders.filter(state=ReminderState.SENT).values("delivery")
    others = Reminder.objects.filter(delivery__in=sent, task__state=TaskState.OPEN)
    still_true = others.exclude(task=task).values("delivery")
    reminding = Delivery.objects.filter(pk__in=sent).exclude(pk__in=still_true)
    asking = Delivery.objects.filter(key__in=word_of(task))
    lapse((reminding | asking).values_list("pk", flat=True))


@transaction.atomic
def remind(resident: Resident, *, at: datetime) -> Delivery | None:
    """All that is due in one message. None in quiet hours, or when one went out today."""
    if is_quiet(at):
        return None
    Resident.objects.select_for_update().get(pk=resident.pk)
    today = local_day(at)
    due = _due(resident, today)
    if not due or _reminded_on(resident, today):
        return None
    if not _wants_reminders(resident):
        _settle(due, ReminderState.SUPPRESSED, at=at)
        return None
    delivery = _send(resident, due, today, at=at)
    _settle(due, ReminderState.SENT, at=at, delivery=delivery)
    return delivery


def _due(resident: Resident, today: date) -> Sequence[Reminder]:
    """Locked: who does the task at this moment waits, or went before."""
    due = Reminder.objects.planned().filter(on__lte=today, task__topic__resident=resident)
    return list(due.select_related("task__topic").select_for_update(of=["self"]))


def _reminded_on(resident: Resident, day: date) -> bool:
    return Delivery.objects.filter(key=key_of_day(resident.pk, day)).exists()


def _wants_reminders(resident: Resident) -> bool:
    return not Contact.objects.filter(resident=resident, wants_reminders=False).exists()


def key_of_day(resident: UUID, day: date) -> str:
    """One a day: whoever reminds of something uses this key."""
    return f"herinnering:{resident}:{day.isoformat()}"


def _send(
    resident: Resident, due: Sequence[Reminder], today: date, *, at: datetime
) -> Delivery | None:
    topics = {each.task.topic_id: each.task.topic for each in due}
    days = [each.task.due_on for each in due if each.task.due_on]
    one = next(iter(topics.values())) if len(topics) == 1 else None
    return send_word(
        resident,
        Notice.REMINDER,
        key=key_of_day(resident.pk, today),
        matter=one.title if one else "",
        about=one.pk if one else None,
        day=min(days, default=None),
        at=at,
    )


def _settle(
    due: Sequence[Reminder],
    state: ReminderState,
    *,
    at: datetime,
    delivery: Delivery | None = None,
) -> None:
    rows = Reminder.objects.filter(pk__in=[each.pk for each in due])
    rows.update(state=state, settled_at=at, delivery=delivery)
