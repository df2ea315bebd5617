"""Places, kinds, three weeks of times, one appointment that is waiting and one that stands."""

from collections.abc import Mapping
from datetime import datetime, time, timedelta
from typing import Any

from plein.appointments.actions.offering import offer
from plein.appointments.actions.planning import make_slots
from plein.appointments.actions.setting_up import add_hours, add_kind, add_place
from plein.appointments.models import AppointmentKind, Place, Slot
from plein.appointments.states import Way
from plein.cases.actions.appointments import choose_time
from plein.cases.models import Case
from plein.demo.data_files import rows
from plein.demo.shop import DEMO
from plein.gateways.digid.simulator.cast import load_cast
from plein.identity.actions import know_resident
from plein.identity.models import Staff
from plein.kernel.clock import local_day
from plein.tenants.models import Municipality

DAYS = 21


def add_appointments(municipality: Municipality, staff: Mapping[str, Staff], at: datetime) -> None:
    slug = municipality.slug
    _telephone(slug, at)
    places = [_place(row, at) for row in rows("appointments", "places") if _is_of(row, slug)]
    kinds = {
        row["key"]: _kind(row, places, at)
        for row in rows("appointments", "kinds")
        if _is_of(row, slug)
    }
    for row in rows("appointments", "appointments"):
        if _is_of(row, slug):
            _appointment(row, kinds[row["kind"]], staff[row["by"]], at)


def _is_of(row: Mapping[str, Any], slug: str) -> bool:
    return bool(row["municipality"] == slug)


def _place(row: Mapping[str, Any], at: datetime) -> Place:
    place = add_place(row["name"], row["address"], row["how_to_come"], by=DEMO, at=at)
    for weekday, opens, closes in row["hours"]:
        add_hours(place, weekday, _time(opens), _time(closes), by=DEMO, at=at)
    return place


def _telephone(slug: str, at: datetime) -> None:
    for row in rows("appointments", "telephone"):
        for weekday in row["weekdays"] if _is_of(row, slug) else ():
            add_hours(None, weekday, _time(row["opens"]), _time(row["closes"]), by=DEMO, at=at)


def _kind(row: Mapping[str, Any], places: list[Place], at: datetime) -> AppointmentKind:
    given = {key: value for key, value in row.items() if key not in ("municipality", "key")}
    kind = add_kind(**given, by=DEMO, at=at)
    first = local_day(at)
    for place in places:
        for way in kind.ways:
            make_slots(
                kind,
                place,
                Way(way),
                first=first,
                last=first + timedelta(days=DAYS),
                capacity=1,
                by=DEMO,
                at=at,
            )
    return kind


def _appointment(row: Mapping[str, Any], kind: AppointmentKind, by: Staff, at: datetime) -> None:
    resident = know_resident(load_cast()[row["resident"]].bsn, by=DEMO, at=at)
    case = Case.objects.select_related("topic").get(
        dossier__resident=resident, case_type__key=row["about"]
    )
    due_on = local_day(at) + timedelta(days=10)
    offered = offer(kind, case.topic, why=row["why"], due_on=due_on, by=by.actor, at=at)
    if "chosen" in row:
        slot = Slot.objects.after(at).free().filter(kind=kind)[row["chosen"]]
        choose_time(offered, slot, by=resident.actor, at=at)


def _time(text: str) -> time:
    hour, minute = text.split(":")
    return time(int(hour), int(minute))
