"""What a municipality offers: kinds, places, hours and days on which it is closed."""

from collections.abc import Sequence
from datetime import date, datetime, time

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from plein.appointments.models import AppointmentKind, ClosedDay, OpeningHours, Place
from plein.audit.actions import record
from plein.kernel.actor import Actor
from plein.kernel.refusal import Refusal


class NameIsTaken(Refusal):
    message = _("Deze naam is er al. Kies een andere naam.")


class ClosesBeforeItOpens(Refusal):
    message = _("De sluitingstijd ligt voor de openingstijd.")


def add_kind(
    name: str,
    *,
    minutes: int,
    ways: Sequence[str],
    bring: str,
    team: str,
    notice: int,
    can_be_asked: bool,
    by: Actor,
    at: datetime,
) -> AppointmentKind:
    """Raises `NameIsTaken`."""
    kind = AppointmentKind(
        name=name,
        minutes=minutes,
        ways=list(ways),
        bring=bring,
        team=team,
        notice=notice,
        can_be_asked=can_be_asked,
    )
    _save(kind)
    record("appointments.kind.added", on=kind, by=by, at=at)
    return kind


def add_place(name: str, address: str, how_to_come: str, *, by: Actor, at: datetime) -> Place:
    """Raises `NameIsTaken`."""
    place = Place(name=name, address=address, how_to_come=how_to_come)
    _save(place)
    record("appointments.place.added", on=place, by=by, at=at)
    return place


@transaction.atomic
def add_hours(
    place: Place | None, weekday: int, opens: time, closes: time, *, by: Actor, at: datetime
) -> OpeningHours:
    """Of no place: by telephone. Raises `ClosesBeforeItOpens`."""
    if closes <= opens:
        raise ClosesBeforeItOpens
    hours = OpeningHours.objects.create(place=place, weekday=weekday, opens=opens, closes=closes)
    record("appointments.hours.added", on=hours, by=by, at=at)
    return hours


@transaction.atomic
def remove_hours(hours: OpeningHours, *, by: Actor, at: datetime) -> None:
    """Times that were made already stay."""
    record("appointments.hours.removed", on=hours, by=by, at=at)
    hours.delete()


@transaction.atomic
def close_on(day: date, why: str, *, by: Actor, at: datetime) -> ClosedDay:
    """New times are not made on it; the same day again gets the new reason."""
    closed, _is_new = ClosedDay.objects.update_or_create(day=day, defaults={"why": why})
    record("appointments.day.closed", on=closed, by=by, at=at)
    return closed


@transaction.atomic
def open_again(closed: ClosedDay, *, by: Actor, at: datetime) -> None:
    """We are there after all."""
    record("appointments.day.opened", on=closed, by=by, at=at)
    closed.delete()


def _save(row: AppointmentKind | Place) -> None:
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        raise NameIsTaken from None
