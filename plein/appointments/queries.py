"""Free times for who chooses, and a day for who receives."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby
from uuid import UUID

from django.db.models import QuerySet

from plein.appointments.models import Appointment, AppointmentKind, Slot
from plein.appointments.states import TAKES_A_PLACE
from plein.kernel.clock import day_after, local_day, start_of

AHEAD = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class FreeDay:
    day: date
    slots: tuple[Slot, ...]


def free_days(kind: AppointmentKind, way: str, at: datetime) -> list[FreeDay]:
    """Days with a time that can still be chosen; one query."""
    slots = Slot.objects.after(at).free().filter(kind=kind, way=way, start__lt=at + AHEAD)
    return _by_day(slots.select_related("place"))


def ways_of(kind: AppointmentKind, at: datetime) -> list[str]:
    """Those in which there is a time left, in the order of the kind."""
    slots = Slot.objects.after(at).free().filter(kind=kind, start__lt=at + AHEAD)
    free = set(slots.order_by().values_list("way", flat=True).distinct())
    return [way for way in kind.ways if way in free]


def chosen_slot(kind: AppointmentKind, key: UUID | None) -> Slot | None:
    """The time that somebody chose for this kind; none where it is no time of this kind."""
    return Slot.objects.filter(kind=kind, pk=key).first() if key else None


def on_day(day: date) -> QuerySet[Appointment]:
    """Everybody who comes, called or came on this day, by time."""
    start, end = start_of(day), start_of(day_after(day))
    found = Appointment.objects.filter(
        state__in=TAKES_A_PLACE, slot__start__gte=start, slot__start__lt=end
    )
    return found.select_related("kind", "slot__place").order_by("slot__start", "seat")


def _by_day(slots: Iterable[Slot]) -> list[FreeDay]:
    days = groupby(slots, lambda slot: local_day(slot.start))
    return [FreeDay(day, tuple(own)) for day, own in days]
