"""Each night: a job per resident with something due, for the first hour that is not quiet."""

from datetime import date, datetime
from uuid import UUID

from django.utils.timezone import now
from django_tasks import task

from plein.delivery.quiet import is_quiet, when_awake
from plein.identity.models import Resident
from plein.inbox.actions.reminding import remind
from plein.inbox.models import Reminder
from plein.tenants.models import Municipality
from plein.tenants.scope import current_id, within


def queue_reminders(day: date, *, at: datetime) -> int:
    """How many residents. A second night finds what the first left."""
    due = Reminder.objects.planned().filter(on__lte=day)
    residents = set(due.values_list("task__topic__resident_id", flat=True))
    for resident in residents:
        _enqueue(resident, at)
    return len(residents)


@task(queue_name="mail")
def remind_one(municipality: int, resident: str) -> None:
    """A worker that comes late, in quiet hours, waits for the morning."""
    with within(Municipality.objects.get(pk=municipality)):
        at = now()
        if is_quiet(at):
            _enqueue(UUID(resident), at)
        else:
            remind(Resident.objects.get(pk=UUID(resident)), at=at)


def _enqueue(resident: UUID, at: datetime) -> None:
    later = remind_one.using(run_after=when_awake(at))
    later.enqueue(municipality=current_id(), resident=str(resident))
