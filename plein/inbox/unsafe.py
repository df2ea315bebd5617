"""A scanner found something in a paper after it was handed in: the resident may send another."""

from datetime import datetime

from django.utils.translation import gettext as _

from plein.documents.models import Document
from plein.inbox import event_words as said
from plein.inbox.actions.tasks import ask_more
from plein.inbox.models import Enclosure, TaskState
from plein.inbox.timeline import tell
from plein.kernel.actor import Actor
from plein.kernel.clock import local_day
from plein.kernel.dutch import dutch


@dutch()
def tell_unsafe(document: Document, by: Actor, at: datetime) -> None:
    """On the timeline, for resident and staff; a task that waits for us is theirs again."""
    found = Enclosure.objects.select_related("topic__resident", "hand_in__task")
    enclosure = found.filter(document=document).first()
    if enclosure is None:
        return
    task = enclosure.hand_in.task if enclosure.hand_in else None
    tell(said.PAPER_UNSAFE, enclosure.topic, by=by, at=at, task=task)
    if task and task.state == TaskState.HANDED_IN:
        due_on = task.due_on if task.due_on and task.due_on >= local_day(at) else None
        reason = _("In een bestand zat een virus. Wij hebben het niet bewaard. Stuur een foto.")
        ask_more(task, reason, due_on=due_on, by=by, at=at)
