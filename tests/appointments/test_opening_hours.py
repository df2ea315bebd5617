"""Open until the minute of closing, and from when it opens next: over weekends and holidays."""

from datetime import datetime, time, timedelta

import pytest

from plein.appointments.models import ClosedDay, OpeningHours
from plein.appointments.opening import AHEAD, Standing, open_places, standing_at
from plein.kernel.clock import AMSTERDAM
from plein.tenants.scope import within
from tests.cast import TODAY

TUESDAY = TODAY
A_DAY = timedelta(days=1)


def at(hour, minute=0, day=TUESDAY):
    return datetime.combine(day, time(hour, minute), AMSTERDAM)


def open_on(weekday, opens=9, closes=17):
    return OpeningHours(municipality_id=1, weekday=weekday, opens=time(opens), closes=time(closes))


WEEKDAYS = [open_on(weekday) for weekday in range(5)]


@pytest.mark.parametrize(
    ("moment", "found"),
    [
        (at(8, 59), Standing(False, TUESDAY, time(9))),
        (at(9), Standing(True, TUESDAY, time(17))),
        (at(16, 59), Standing(True, TUESDAY, time(17))),
        (at(17), Standing(False, TUESDAY + A_DAY, time(9))),
        (at(23, 59), Standing(False, TUESDAY + A_DAY, time(9))),
        (at(18, day=TUESDAY + 3 * A_DAY), Standing(False, TUESDAY + 6 * A_DAY, time(9))),
    ],
)
def test_open_from_the_first_minute_until_the_last(moment, found):
    assert standing_at(moment, WEEKDAYS, ()) == found


def test_in_the_pause_it_says_when_it_opens_again_today():
    hours = [open_on(1, 13, 16), open_on(1, 9, 12)]

    assert standing_at(at(12), hours, ()) == Standing(False, TUESDAY, time(13))
    assert standing_at(at(13), hours, ()) == Standing(True, TUESDAY, time(16))


def test_a_holiday_is_closed_all_day_and_the_day_after_it_opens():
    closed = {TUESDAY}

    assert standing_at(at(10), WEEKDAYS, closed) == Standing(False, TUESDAY + A_DAY, time(9))


def test_open_one_day_a_week_with_that_day_a_holiday_is_the_week_after():
    found = standing_at(at(10), [open_on(1)], {TUESDAY})

    assert found == Standing(False, TUESDAY + 7 * A_DAY, time(9))


def test_closed_for_weeks_says_nothing():
    closed = [TUESDAY + day * A_DAY for day in range(AHEAD + 1)]

    assert standing_at(at(10), WEEKDAYS, closed) is None
    assert standing_at(at(10), [], ()) is None


def test_the_clock_of_the_netherlands_counts_also_in_summer():
    summer = datetime(2026, 7, 7, 16, 30, tzinfo=AMSTERDAM)

    assert standing_at(summer.astimezone(tz=None), WEEKDAYS, ()).is_open


def test_the_telephone_comes_first_then_each_place_in_two_queries(
    town_hall, django_assert_num_queries
):
    OpeningHours.objects.create(place=None, weekday=1, opens=time(8), closes=time(18))
    ClosedDay.objects.create(day=TUESDAY, why="Kerstmis")

    with django_assert_num_queries(2):
        phone, hall = open_places(at(8, 30))

    assert (phone.place, hall.place) == (None, town_hall)
    assert phone.closed_for == hall.closed_for == "Kerstmis"
    assert phone.standing == Standing(False, TUESDAY + 7 * A_DAY, time(8))


def test_a_holiday_on_a_day_without_hours_is_not_told(town_hall):
    wednesday = TUESDAY + A_DAY
    ClosedDay.objects.create(day=wednesday, why="Kerstmis")

    assert open_places(at(10, day=wednesday))[0].closed_for == ""


def test_hours_and_holidays_of_another_municipality_are_not_ours(town_hall, buren):
    with within(buren):
        OpeningHours.objects.create(place=None, weekday=1, opens=time(0), closes=time(23))
        ClosedDay.objects.create(day=TUESDAY, why="Kermis")

    (hall,) = open_places(at(9, 30))

    assert (hall.place, hall.closed_for) == (town_hall, "")
    assert hall.standing.is_open
