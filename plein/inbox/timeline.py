"""Writing what happened, in the transaction in which it happens; and that there is news."""

from datetime import datetime

from plein.inbox.models import Channel, Event, Signal, Task, Topic
from plein.inbox.notices import notify_of
from plein.kernel.actor import Actor


def tell(
    name: str,
    topic: Topic,
    *,
    by: Actor,
    at: datetime,
    task: Task | None = None,
    channel: Channel = Channel.ONLINE,
    **details: str,
) -> Event:
    """`name` is one of `event_words`; `details` fill its words and hold nothing personal."""
    announce(topic, at=at)
    event = Event.objects.create(
        topic=topic,
        at=at,
        name=name,
        details=details,
        task=task,
        by_kind=by.kind,
        organisation=by.organisation,
        team=by.team,
        function=by.function,
        channel=channel,
    )
    notify_of(event, topic, at=at)
    return event


def announce(topic: Topic, *, at: datetime) -> Signal:
    """Whoever has a page about this topic open looks again, within seconds after the commit."""
    return Signal.objects.create(topic=topic, resident_id=topic.resident_id, at=at)
