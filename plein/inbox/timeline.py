"""Writing what happened, in the transaction in which it happens."""

from datetime import datetime

from plein.inbox.models import Channel, Event, Task, Topic
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
    return Event.objects.create(
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
