"""A talk of half an hour at the town hall, on Tuesday mornings."""

from datetime import date, time

import pytest

from plein.appointments.actions.offering import offer
from plein.appointments.actions.planning import make_slots
from plein.appointments.models import AppointmentKind, OpeningHours, Place, Slot
from plein.appointments.states import Way
from plein.inbox.models import Topic
from tests.cast import NOON, TESTS, TODAY


@pytest.fixture
def town_hall(emmen):
    place = Place.objects.create(name="Gemeentehuis", address="Voorbeeldplein 1, Emmen")
    OpeningHours.objects.create(place=place, weekday=1, opens=time(9), closes=time(10))
    return place


@pytest.fixture
def talk(town_hall):
    return AppointmentKind.objects.create(
        name="Gesprek over uw aanvraag",
        minutes=30,
        ways=[Way.PLACE, Way.PHONE],
        bring="Uw identiteitsbewijs",
        team="Team Minima",
    )


@pytest.fixture
def slots(talk, town_hall):
    """Nine o'clock and half past nine of the first Tuesdays to come."""

    def make(*, capacity=1, days=21):
        last = date.fromordinal(TODAY.toordinal() + days - 1)
        make_slots(
            talk,
            town_hall,
            Way.PLACE,
            first=TODAY,
            last=last,
            capacity=capacity,
            by=TESTS,
            at=NOON,
        )
        return list(Slot.objects.order_by("start"))

    return make


@pytest.fixture
def offered(talk, fatima, sam):
    topic = Topic.objects.create(resident=fatima)
    return offer(talk, topic, why="Wij willen u spreken.", due_on=None, by=sam.actor, at=NOON)
