from plein.appointments.models.appointments import Appointment
from plein.appointments.models.offer import AppointmentKind, ClosedDay, OpeningHours, Place, Slot

__all__ = ["Appointment", "AppointmentKind", "ClosedDay", "OpeningHours", "Place", "Slot"]
