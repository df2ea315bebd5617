from plein.appointments.models.appointments import Appointment
from plein.appointments.models.callbacks import CallBack, CallState, DayPart
from plein.appointments.models.offer import AppointmentKind, ClosedDay, OpeningHours, Place, Slot

__all__ = [
    "Appointment",
    "AppointmentKind",
    "CallBack",
    "CallState",
    "ClosedDay",
    "DayPart",
    "OpeningHours",
    "Place",
    "Slot",
]
