"""Whether we are open at a moment, until when, and else from when."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Protocol

from plein.appointments.models import ClosedDay, OpeningHours, Place
from plein.kernel.clock import AMSTERDAM, day_after

AHEAD = 21  # days; who is closed longer says so by telephone


class Hours(Protocol):
    """From when to when on a day of the week: of a municipality, or of a shop."""

    @property
    def weekday(self) -> int: ...
    @property
    def opens(self) -> time: ...
    @property
    def closes(self) -> time: ...


@dataclass(frozen=True, slots=True)
class Standing:
    """Open until `clock`, or closed until that hour of `day`."""

    is_open: bool
    day: date
    clock: time


@dataclass(frozen=True, slots=True)
class OpenPlace:
    """`place` is none for the telephone; `closed_for` says why it is shut all of today."""

    place: Place | None
    hours: tuple[OpeningHours, ...]
    standing: Standing | None
    closed_for: str


def open_places(at: datetime) -> list[OpenPlace]:
    """The telephone first, then each place that has hours; two queries."""
    today = at.astimezone(AMSTERDAM).date()
    hours: dict[Place | None, list[OpeningHours]] = {}
    for each in OpeningHours.objects.select_related("place").order_by(
        "place__name", "weekday", "opens"
    ):
        hours.setdefault(each.place, []).append(each)
    if not hours:
        return []
    until = today + timedelta(days=AHEAD)
    closed = dict(ClosedDay.objects.filter(day__range=(today, until)).values_list("day", "why"))
    found = [_place(place, own, closed, at, today) for place, own in hours.items()]
    return sorted(found, key=lambda each: each.place is not None)


def _place(
    place: Place | None,
    hours: list[OpeningHours],
    closed: Mapping[date, str],
    at: datetime,
    today: date,
) -> OpenPlace:
    is_a_day = any(each.weekday == today.weekday() for each in hours)
    why = closed.get(today, "") if is_a_day else ""
    return OpenPlace(place, tuple(hours), standing_at(at, hours, closed), why)


def standing_at(
    at: datetime, hours: Collection[Hours], closed: Collection[date] = ()
) -> Standing | None:
    """At the minute of closing it is shut. None where it does not open in the coming weeks."""
    local = at.astimezone(AMSTERDAM)
    now, day = local.time(), local.date()
    for ahead in range(AHEAD + 1):
        if day not in closed:
            own = sorted((h.opens, h.closes) for h in hours if h.weekday == day.weekday())
            for opens, closes in own:
                if ahead or now < opens:
                    return Standing(False, day, opens)
                if now < closes:
                    return Standing(True, day, closes)
        day = day_after(day)
    return None
