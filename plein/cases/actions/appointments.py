"""An appointment about a case: a time that was chosen may be the last thing that it waited for."""

from datetime import datetime

from django.db import transaction

from plein.appointments.actions.choosing import cancel, choose
from plein.appointments.models import Appointment, Slot
from plein.cases.actions.moving import go_on_when_complete
from plein.cases.models import Case
from plein.kernel.actor import Actor


@transaction.atomic
def choose_time(appointment: Appointment, slot: Slot, *, by: Actor, at: datetime) -> Appointment:
    """Also of one that is about no case. Raises as `choose`."""
    chosen = choose(appointment, slot, by=by, at=at)
    _case_goes_on(chosen, at)
    return chosen


@transaction.atomic
def give_up(appointment: Appointment, why: str, *, by: Actor, at: datetime) -> Appointment:
    """Raises as `cancel`."""
    cancelled = cancel(appointment, why, by=by, at=at)
    _case_goes_on(cancelled, at)
    return cancelled


def _case_goes_on(appointment: Appointment, at: datetime) -> None:
    if case := Case.objects.filter(topic=appointment.topic_id).first():
        go_on_when_complete(case, at=at)
