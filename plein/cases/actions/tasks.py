"""What the resident and staff do with a task of a case; a case that waited for it goes on.

Each is one transaction: what is done to the task, and what follows from it for the case.
"""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from plein.cases.actions.moving import go_on_when_complete
from plein.cases.models import Case
from plein.documents.receiving import Received
from plein.inbox.actions.tasks import drop_task, hand_in, report_obstacle
from plein.inbox.models import Channel, HandIn, Task
from plein.kernel.actor import Actor


@transaction.atomic
def hand_in_to_case(
    task: Task,
    text: str,
    *,
    by: Actor,
    at: datetime,
    files: Sequence[Received] = (),
    channel: Channel = Channel.ONLINE,
    received_on: date | None = None,
) -> HandIn:
    """Raises as `hand_in`."""
    found = hand_in(task, text, by=by, at=at, files=files, channel=channel, received_on=received_on)
    _case_goes_on(task, at=at)
    return found


@transaction.atomic
def say_it_does_not_work(task: Task, text: str, *, by: Actor, at: datetime) -> None:
    """It is our turn from now, so the term runs. Raises as `report_obstacle`."""
    report_obstacle(task, text, by=by, at=at)
    _case_goes_on(task, at=at)


@transaction.atomic
def no_longer_needed(task: Task, *, by: Actor, at: datetime) -> None:
    """Raises as `drop_task`."""
    drop_task(task, by=by, at=at)
    _case_goes_on(task, at=at)


def _case_goes_on(task: Task, *, at: datetime) -> None:
    go_on_when_complete(Case.objects.get(topic_id=task.topic_id), at=at)
