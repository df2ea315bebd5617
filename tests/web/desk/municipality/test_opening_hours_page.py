"""Who manages a municipality keeps when it is open; residents read it at once."""

from datetime import time, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from plein.appointments.models import ClosedDay, OpeningHours, Place
from plein.audit.models import Act
from plein.identity.models import Role
from plein.tenants.scope import within
from plein.web.doors import DESK
from tests.cast import staff_member
from tests.web.conftest import url

PHONE = {"uren-place": "", "uren-weekday": "1", "uren-opens": "9:00", "uren-closes": "17:00"}


def at_desk(name, *args):
    return reverse(name, "plein.web.desk.urls", args=args)


def html(response) -> str:
    return response.content.decode()


@pytest.fixture
def manager(emmen, at_work):
    return at_work(staff_member("mina", Role.MUNICIPALITY_MANAGER).account, DESK)


def test_hours_of_the_telephone_and_of_a_place_are_added(manager):
    hall = Place.objects.create(name="Gemeentehuis", address="Voorbeeldplein 1")
    manager.post(at_desk("desk-hours-add"), PHONE)
    manager.post(at_desk("desk-hours-add"), PHONE | {"uren-place": str(hall.pk)})

    assert {each.place for each in OpeningHours.objects.all()} == {None, hall}
    assert "Dinsdag 9.00-17.00" in html(manager.get(at_desk("desk-opening-hours")))
    assert "Dinsdag: 9.00 uur tot 17.00 uur" in html(
        Client(HTTP_HOST="emmen.localhost").get(url("help"))
    )
    assert Act.objects.filter(name="appointments.hours.added").count() == 2


@pytest.mark.parametrize("closes", ["9:00", "8:59", "later"])
def test_closing_before_opening_is_refused(manager, closes):
    page = manager.post(at_desk("desk-hours-add"), PHONE | {"uren-closes": closes})

    assert page.status_code == 422
    assert not OpeningHours.objects.exists()


def test_hours_are_taken_away(manager):
    hours = OpeningHours.objects.create(place=None, weekday=1, opens=time(9), closes=time(17))
    manager.post(at_desk("desk-hours-remove", hours.pk))

    assert not OpeningHours.objects.exists()
    assert Act.objects.filter(name="appointments.hours.removed").exists()


def test_a_day_is_closed_and_opened_again(manager):
    day = timezone.localdate() + timedelta(days=3)
    given = {"dicht-day": f"{day.day}-{day.month}-{day.year}", "dicht-why": "Kerstmis"}
    manager.post(at_desk("desk-closed-add"), given)
    assert ClosedDay.objects.get().day == day
    assert "Kerstmis" in html(manager.get(at_desk("desk-opening-hours")))

    manager.post(at_desk("desk-closed-remove", ClosedDay.objects.get().pk))
    assert not ClosedDay.objects.exists()


def test_a_day_that_cannot_be_read_is_refused(manager):
    given = {"dicht-day": "kerst", "dicht-why": "Kerstmis"}

    assert manager.post(at_desk("desk-closed-add"), given).status_code == 422


def test_hours_of_another_municipality_are_not_found(manager, buren):
    with within(buren):
        theirs = OpeningHours.objects.create(place=None, weekday=1, opens=time(9), closes=time(17))

    assert manager.post(at_desk("desk-hours-remove", theirs.pk)).status_code == 404


def test_a_consulent_does_not_change_them(at_work, sam):
    client = at_work(sam.account, DESK)

    assert client.get(at_desk("desk-opening-hours")).status_code == 403
    assert client.post(at_desk("desk-hours-add"), PHONE).status_code == 403


def test_the_page_asks_few_queries(manager, django_assert_max_num_queries):
    for weekday in range(5):
        OpeningHours.objects.create(place=None, weekday=weekday, opens=time(9), closes=time(17))

    with django_assert_max_num_queries(12):
        manager.get(at_desk("desk-opening-hours"))
