"""Of which events the resident gets word, beside the timeline; without what stands in it."""

from datetime import datetime
from uuid import UUID

from plein.delivery.actions.planning import send_word
from plein.delivery.notices import LEGAL, Notice
from plein.inbox import event_words as said
from plein.inbox.models import Event, Task, Topic
from plein.kernel.actor import ActorKind

NOTICE_OF = {
    said.CASE_REPORTED: Notice.RECEIPT,
    said.CASE_RECEIVED: Notice.RECEIPT,
    said.TASK_HANDED_IN: Notice.RECEIPT,
    said.TASK_OBSTACLE: Notice.RECEIPT,
    said.CASE_WITHDRAWN: Notice.RECEIPT,
    said.APPOINTMENT_MADE: Notice.RECEIPT,
    said.APPOINTMENT_MOVED: Notice.APPOINTMENT,
    said.APPOINTMENT_CANCELLED: Notice.APPOINTMENT,
    said.TASK_SET: Notice.TASK,
    said.TASK_MORE: Notice.TASK,
    said.TASK_OPENED: Notice.TASK,
    said.TALK_ANSWERED: Notice.MESSAGE,
    said.CASE_DECIDED: Notice.DECISION,
    said.CASE_EXTENDED: Notice.LONGER,
    said.PROVISION_ENDED: Notice.ENDS,
}
OURS = LEGAL | {Notice.TASK, Notice.MESSAGE, Notice.APPOINTMENT}


def notify_of(event: Event, topic: Topic, *, at: datetime) -> None:
    """In the transaction of the event; one word an event."""
    notice = NOTICE_OF.get(event.name)
    if notice is None or (notice in OURS and event.by_kind == ActorKind.RESIDENT):
        return
    send_word(
        topic.resident,
        notice,
        key=_key(event.pk),
        matter=topic.title,
        about=topic.pk,
        day=event.task.due_on if notice == Notice.TASK and event.task else None,
        at=at,
    )


def has_legal_effect(event: Event) -> bool:
    """Then it counts whether it was read."""
    return NOTICE_OF.get(event.name) in LEGAL


def word_of(task: Task) -> list[str]:
    """The keys of what was sent to say that this task is to be done."""
    asking = [name for name, notice in NOTICE_OF.items() if notice == Notice.TASK]
    return [_key(pk) for pk in task.events.filter(name__in=asking).values_list("pk", flat=True)]


def _key(event: UUID) -> str:
    return f"gebeurtenis:{event}"
