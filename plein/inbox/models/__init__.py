from plein.inbox.models.conversations import Contribution, Conversation, ReadMark, TalkState
from plein.inbox.models.enclosures import Enclosure
from plein.inbox.models.events import Channel, Event, Hiding
from plein.inbox.models.pages import Page
from plein.inbox.models.reminders import Reminder, ReminderState
from plein.inbox.models.signals import Presence, Signal
from plein.inbox.models.tasks import HandIn, Judgement, Task, TaskKind, TaskState
from plein.inbox.models.topics import Topic

__all__ = [
    "Channel",
    "Contribution",
    "Conversation",
    "Enclosure",
    "Event",
    "HandIn",
    "Hiding",
    "Judgement",
    "Page",
    "Presence",
    "ReadMark",
    "Reminder",
    "ReminderState",
    "Signal",
    "TalkState",
    "Task",
    "TaskKind",
    "TaskState",
    "Topic",
]
