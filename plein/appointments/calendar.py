"""An appointment as a file for somebody's own calendar."""

from datetime import datetime

from django.utils.translation import gettext as _
from icalendar import Event, vText

from plein.appointments.models import Appointment
from plein.appointments.states import State, Way
from plein.kernel.calendar_file import CANCEL, PUBLISH, calendar_file
from plein.kernel.clock import AMSTERDAM


def appointment_file(appointment: Appointment, *, host: str, phone: str, at: datetime) -> bytes:
    """Moved or cancelled it changes the same entry: one UID for all, with a rising SEQUENCE.

    It says what it is about and nothing more: a calendar is seen by others.
    """
    slot = appointment.slot
    if slot is None:
        raise ValueError("without a time there is nothing to put into a calendar")
    is_off = appointment.state == State.CANCELLED
    event = Event()
    event.add("uid", f"{appointment.entry}@{host}")
    event.add("sequence", appointment.changes)
    event.add("dtstamp", at)
    event.add("dtstart", slot.start.astimezone(AMSTERDAM))
    event.add("dtend", slot.end.astimezone(AMSTERDAM))
    event.add("summary", appointment.kind.name)
    event.add("location", vText(_place(appointment)))
    event.add("description", _("Kunt u niet? Bel {phone}.").format(phone=phone))
    event.add("status", "CANCELLED" if is_off else "CONFIRMED")
    return calendar_file([event], about="Afspraken", method=CANCEL if is_off else PUBLISH)


def _place(appointment: Appointment) -> str:
    slot = appointment.slot
    if slot is None or slot.way != Way.PLACE:
        return str(Way(slot.way).label) if slot else ""
    return f"{slot.place.name}, {slot.place.address}"
