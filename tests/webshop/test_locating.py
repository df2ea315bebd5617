"""Where a place is, asked in a job: kept when it is sure, and asked again kindly."""

from dataclasses import replace
from datetime import time, timedelta

import pytest
from django.db import IntegrityError, transaction
from django_tasks_db.models import DBTaskResult

from plein.audit.models import Act
from plein.gateways.answers import AnswerRefused, Found, NothingFound, Reason, SourceUnreachable
from plein.gateways.locatieserver.client import LocatieserverClient
from plein.kernel.geo import Point
from plein.tenants.scope import current_id, within
from plein.webshop.actions.pinning import pin_place
from plein.webshop.actions.places import Spot, drop_place, keep_place
from plein.webshop.locating import LOCATING, WAITS, locate_place, queue_unlocated
from plein.webshop.models import ProviderPlace
from tests.cast import NOON
from tests.webshop.conftest import YARA

BATH = Spot("Het bad", "Waterweg 2", "7811 XA", "Emmen", {2: (time(9), time(17))})
POINT, OTHER = Point(52.7921, 6.8857), Point(52.78, 6.9)


@pytest.fixture
def register(monkeypatch):
    """What it is asked, in order; it says `answer`, or raises it."""

    class Register:
        answer: object = Found(POINT)
        asked: list[tuple[str, str]] = []

    def find(_client, address, **_):
        Register.asked.append((address.postcode, address.number))
        if isinstance(Register.answer, Exception):
            raise Register.answer
        return Register.answer

    Register.asked = []
    monkeypatch.setattr(LocatieserverClient, "find", find)
    return Register


@pytest.fixture
def bath(de_plons):
    return keep_place(de_plons, BATH, by=YARA, at=NOON)


def jobs() -> list[DBTaskResult]:
    return list(DBTaskResult.objects.filter(task_path__endswith="locate_place"))


def work(place, tries: int = 0) -> None:
    locate_place.func(current_id(), str(place.pk), tries)
    place.refresh_from_db()


def test_a_new_place_is_looked_up_in_a_job(register, bath):
    assert (bath.point, len(jobs())) == (None, 1)

    work(bath)

    assert (bath.point, register.asked) == (POINT, [("7811 XA", "2")])
    assert Act.objects.filter(name="webshop.place.located").count() == 1


def test_a_second_run_asks_nothing(register, bath):
    work(bath)
    work(bath)

    assert len(register.asked) == 1


def test_a_new_name_moves_nothing_and_a_new_street_does(register, bath, de_plons):
    work(bath)

    keep_place(de_plons, replace(BATH, name="Bad"), place=bath, by=YARA, at=NOON)
    assert (bath.point, len(jobs())) == (POINT, 1)
    keep_place(de_plons, replace(BATH, street="Waterweg 4"), place=bath, by=YARA, at=NOON)

    assert (bath.point, len(jobs())) == (None, 2)


def test_an_answer_about_the_address_of_before_is_not_kept(bath, de_plons):
    asked = ProviderPlace.objects.get()
    keep_place(de_plons, replace(BATH, street="Waterweg 4"), place=bath, by=YARA, at=NOON)

    assert not pin_place(asked, POINT, by=LOCATING, at=NOON)

    assert ProviderPlace.objects.get().point is None
    assert not Act.objects.filter(name="webshop.place.located").exists()


def test_two_answers_put_it_on_the_map_once(bath):
    assert pin_place(bath, POINT, by=LOCATING, at=NOON)
    assert not pin_place(bath, OTHER, by=LOCATING, at=NOON)

    assert ProviderPlace.objects.get().point == POINT


@pytest.mark.parametrize("answer", [NothingFound(), AnswerRefused(Reason.SCHEMA)])
def test_what_is_not_sure_stays_off_the_map_until_the_night(register, bath, answer):
    register.answer = answer

    work(bath)

    assert (bath.point, len(jobs())) == (None, 1)
    assert queue_unlocated() == 1
    assert len(jobs()) == 2


def test_a_register_that_is_down_is_asked_again_later_and_later(register, bath):
    register.answer = SourceUnreachable()

    for tries in range(len(WAITS) + 1):
        work(bath, tries)

    later = sorted(job.args_kwargs["kwargs"]["tries"] for job in jobs())
    assert later == [0, 1, 2, 3]
    assert list(WAITS) == sorted(WAITS)
    assert WAITS[0] >= timedelta(minutes=1)


def test_a_place_that_is_gone_is_not_asked_about(register, bath):
    job = (current_id(), str(bath.pk), 0)
    drop_place(bath, by=YARA, at=NOON)

    locate_place.func(*job)

    assert register.asked == []


def test_a_street_without_a_number_is_not_asked_about(register, de_plons):
    work(keep_place(de_plons, replace(BATH, street="Het plein"), by=YARA, at=NOON))

    assert register.asked == []


def test_without_a_register_nobody_is_asked(register, bath, settings):
    settings.LOCATIESERVER_URL = ""

    work(bath)

    assert (bath.point, register.asked, queue_unlocated()) == (None, [], 0)


def test_the_job_of_one_municipality_finds_no_place_of_another(register, bath, buren):
    locate_place.func(buren.pk, str(bath.pk), 0)

    assert register.asked == []
    with within(buren):
        assert queue_unlocated() == 0


@pytest.mark.parametrize(
    "wrong",
    [
        {"latitude": 52.7},
        {"latitude": 52.7, "longitude": 6.9},
        {"latitude": 6.9, "longitude": 52.7, "located_at": NOON},
        {"latitude": float("nan"), "longitude": 6.9, "located_at": NOON},
        {"located_at": NOON},
    ],
)
def test_the_database_keeps_no_half_point_and_none_abroad(bath, wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        ProviderPlace.objects.update(**wrong)
