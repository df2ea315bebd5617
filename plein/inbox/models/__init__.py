from plein.inbox.models.enclosures import Enclosure
from plein.inbox.models.events import Channel, Event, Hiding
from plein.inbox.models.tasks import HandIn, Judgement, Task, TaskKind, TaskState
from plein.inbox.models.topics import Topic

__all__ = [
    "Channel",
    "Enclosure",
    "Event",
    "HandIn",
    "Hiding",
    "Judgement",
    "Task",
    "TaskKind",
    "TaskState",
    "Topic",
]
