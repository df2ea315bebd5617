"""Times are made from the hours in which a place is open; what is there already stays."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.appointments.models import AppointmentKind, ClosedDay, OpeningHours, Place, Slot
from plein.appointments.states import Way
from plein.audit.actions import record
from plein.kernel.actor import Actor
from plein.kernel.clock import AMSTERDAM, day_after
from plein.kernel.refusal import Refusal

MOST_DAYS = 92  # in one go


class NotThisLong(Refusal):
    message = _("Kies hoogstens drie maanden, en een laatste dag die na de eerste komt.")


class NeverOpen(Refusal):
    message = _("In deze dagen is {place} niet open. Vul eerst de openingstijden in.")


class NotInThisWay(Refusal):
    message = _("Deze afspraak kan niet op deze manier.")


@transaction.atomic
def make_slots(
    kind: AppointmentKind,
    place: Place,
    way: Way,
    *,
    first: date,
    last: date,
    capacity: int,
    by: Actor,
    at: datetime,
) -> int:
    """How many are new; doing it twice adds nothing. In what has passed no time is made.

    Raises `NotInThisWay`, `NotThisLong` and `NeverOpen`.
    """
    if way not in kind.ways:
        raise NotInThisWay
    if not first <= last < first + timedelta(days=MOST_DAYS):
        raise NotThisLong
    starts = [start for start in _starts(kind, place, first, last) if start > at]
    if not starts:
        raise NeverOpen(place=place.name)
    length = timedelta(minutes=kind.minutes)
    before = Slot.objects.count()
    Slot.objects.bulk_create(
        [
            Slot(
                kind=kind, place=place, way=way, start=start, end=start + length, capacity=capacity
            )
            for start in starts
        ],
        ignore_conflicts=True,
    )
    record("appointments.slots.made", on=kind, by=by, at=at, first=f"{first}", last=f"{last}")
    return Slot.objects.count() - before


def _starts(kind: AppointmentKind, place: Place, first: date, last: date) -> Iterator[datetime]:
    """Every start that ends before closing time, in local time."""
    hours = list(OpeningHours.objects.filter(place=place))
    closed = set(ClosedDay.objects.filter(day__range=(first, last)).values_list("day", flat=True))
    length, day = timedelta(minutes=kind.minutes), first
    while day <= last:
        for open_ in (each for each in hours if each.weekday == day.weekday()):
            start = datetime.combine(day, open_.opens, AMSTERDAM)
            end = datetime.combine(day, open_.closes, AMSTERDAM)
            while day not in closed and start + length <= end:
                yield start
                start += length
        day = day_after(day)
