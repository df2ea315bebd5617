"""Looks that stand out, by rules that anybody can read."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest

from plein.audit.actions import log_look
from plein.audit.odd_looks import (
    MOST_A_DAY,
    BusyDay,
    busy_days,
    looks_by_staff,
    out_of_hours,
    without_case,
)
from plein.kernel.actor import Actor, ActorKind, system
from tests.audit.conftest import SAM, WHY
from tests.cast import NOON

MONDAY = date(2026, 11, 23)
NOOR = Actor(ActorKind.STAFF, "noor", "gemeente Emmen", "Team Minima")


def look_at(emmen, at, by=SAM, **more):
    return log_look(
        subject=uuid4(),
        municipality_id=emmen.pk,
        action="lezen",
        elements=["inkomen"],
        purpose=WHY,
        by=by,
        at=at,
        **more,
    )


def test_a_look_without_case_or_grant_stands_out(emmen):
    bare = look_at(emmen, NOON)
    look_at(emmen, NOON, case="Z-1")
    look_at(emmen, NOON, grant="D-1")

    assert list(without_case(looks_by_staff(emmen.pk, MONDAY))) == [bare]


@pytest.mark.parametrize(
    ("hour", "minute", "stands_out"),
    [(5, 59, True), (6, 0, False), (18, 59, False), (19, 0, True)],
)
def test_before_seven_and_from_eight_in_the_evening_stand_out(emmen, hour, minute, stands_out):
    """In winter Amsterdam is an hour ahead of UTC."""
    look_at(emmen, datetime(2026, 11, 24, hour, minute, tzinfo=UTC))

    assert out_of_hours(looks_by_staff(emmen.pk, MONDAY)).exists() is stands_out


def test_in_summer_the_hours_are_those_of_the_clock_on_the_wall(emmen):
    look_at(emmen, datetime(2026, 7, 1, 5, 0, tzinfo=UTC))  # 7 o'clock

    assert not out_of_hours(looks_by_staff(emmen.pk, date(2026, 6, 29))).exists()


@pytest.mark.parametrize(("looks", "found"), [(MOST_A_DAY, 0), (MOST_A_DAY + 1, 1)])
def test_more_looks_than_usual_on_one_day_stand_out(emmen, looks, found):
    for _ in range(looks):
        look_at(emmen, NOON)

    busy = busy_days(emmen.pk, MONDAY)

    assert busy == [BusyDay(NOON.date(), "Team Minima", looks)] * found


def test_a_team_that_looks_often_together_does_not_stand_out(emmen):
    for number in range(MOST_A_DAY + 10):
        look_at(emmen, NOON, by=(SAM, NOOR)[number % 2])
    look_at(emmen, NOON + timedelta(days=1))

    assert busy_days(emmen.pk, MONDAY) == []


def test_a_week_runs_from_monday_to_sunday(emmen):
    sunday_night = datetime(2026, 11, 29, 22, 59, tzinfo=UTC)
    look_at(emmen, datetime(2026, 11, 22, 22, 59, tzinfo=UTC))
    look_at(emmen, datetime(2026, 11, 22, 23, 0, tzinfo=UTC))
    look_at(emmen, sunday_night)
    look_at(emmen, sunday_night + timedelta(minutes=1))

    assert looks_by_staff(emmen.pk, MONDAY).count() == 2


def test_residents_and_the_system_never_stand_out(emmen):
    look_at(emmen, NOON, by=system("inloggen"))
    look_at(emmen, NOON, by=Actor(ActorKind.RESIDENT, "x", "uzelf"))

    assert not looks_by_staff(emmen.pk, MONDAY).exists()


def test_another_municipality_is_not_counted(emmen, buren):
    look_at(emmen, NOON)

    assert not looks_by_staff(buren.pk, MONDAY).exists()
