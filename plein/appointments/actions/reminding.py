"""The day before an appointment whoever comes is told, in the one reminder of that day."""

from datetime import date, datetime

from django.db import transaction

from plein.appointments.models import Appointment
from plein.appointments.states import State
from plein.delivery.actions.moving import lapse
from plein.delivery.actions.planning import send_word
from plein.delivery.models import Delivery
from plein.delivery.notices import Notice
from plein.inbox.actions.reminding import key_of_day
from plein.kernel.clock import day_after, start_of


@transaction.atomic
def remind_of_tomorrow(day: date, *, at: datetime) -> int:
    """How many appointments of tomorrow are told of; a second run tells nothing new.

    Before other reminders: those wait a day, so that nobody gets two on one day.
    """
    tomorrow = day_after(day)
    coming = Appointment.objects.filter(
        state=State.CONFIRMED,
        slot__start__gte=start_of(tomorrow),
        slot__start__lt=start_of(day_after(tomorrow)),
    ).exclude(topic__resident__contact__wants_reminders=False)
    found = list(coming.select_related("topic__resident", "kind").order_by("slot__start"))
    for each in found:
        send_word(
            each.topic.resident,
            Notice.TOMORROW,
            key=key_of_day(each.topic.resident_id, day),
            matter=each.topic.title,
            about=each.topic_id,
            at=at,
        )
    return len(found)


def stop_reminding(appointment: Appointment) -> None:
    """In the transaction that moves it or calls it off."""
    waiting = Delivery.objects.filter(notice=Notice.TOMORROW, about=appointment.topic_id)
    lapse(waiting.values_list("pk", flat=True))
