"""Tasks of a case: after each of them it is looked at whether the case can go on."""

from collections.abc import Callable
from datetime import datetime

from django.db import transaction

from plein.cases.actions.moving import go_on_when_complete
from plein.cases.models import Case
from plein.inbox.models import Task
from plein.kernel.actor import Actor


@transaction.atomic
def with_case(task: Task, act: Callable[[], object], *, by: Actor, at: datetime) -> Case | None:
    """Do this to the task; a case that waited for it and for nothing else goes on."""
    act()
    case = Case.objects.filter(topic_id=task.topic_id).first()
    return go_on_when_complete(case, by=by, at=at) if case else None
