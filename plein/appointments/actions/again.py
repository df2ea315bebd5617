"""We cannot come after all: the resident chooses another time."""

from datetime import date, datetime

from django.db import transaction

from plein.appointments.actions.choosing import cancel
from plein.appointments.actions.offering import offer
from plein.appointments.models import Appointment
from plein.kernel.actor import Actor


@transaction.atomic
def cancel_and_offer(
    appointment: Appointment, why: str, *, due_on: date | None, by: Actor, at: datetime
) -> Appointment:
    """The reason stands at the new one too. Raises as `cancel` and `offer`."""
    cancelled = cancel(appointment, why, by=by, at=at)
    return offer(cancelled.kind, cancelled.topic, why=why, due_on=due_on, by=by, at=at)
