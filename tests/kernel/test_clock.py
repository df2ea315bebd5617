"""Dutch days, also in the nights when the clock changes."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plein.kernel.clock import day_after, local_day, start_of

DAYS = st.dates(date(2020, 1, 1), date(2040, 1, 1))


@pytest.mark.parametrize(
    ("at", "day"),
    [
        (datetime(2026, 12, 31, 22, 59, 59, tzinfo=UTC), date(2026, 12, 31)),
        (datetime(2026, 12, 31, 23, 0, tzinfo=UTC), date(2027, 1, 1)),
        (datetime(2026, 6, 30, 21, 59, 59, tzinfo=UTC), date(2026, 6, 30)),
        (datetime(2026, 6, 30, 22, 0, tzinfo=UTC), date(2026, 7, 1)),
    ],
)
def test_a_day_begins_at_midnight_in_the_netherlands(at, day):
    assert local_day(at) == day


@pytest.mark.parametrize(
    ("day", "hours"), [(date(2026, 3, 29), 23), (date(2026, 10, 25), 25), (date(2026, 3, 30), 24)]
)
def test_a_day_is_an_hour_shorter_in_march_and_longer_in_october(day, hours):
    length = start_of(day_after(day)).astimezone(UTC) - start_of(day).astimezone(UTC)

    assert length == timedelta(hours=hours)


def test_half_past_two_comes_twice_in_october_on_the_same_day():
    first = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)

    assert local_day(first) == local_day(first + timedelta(hours=1)) == date(2026, 10, 25)


@given(DAYS)
def test_every_day_starts_on_itself_and_ends_a_moment_before_the_next(day):
    next_start = start_of(day_after(day)).astimezone(UTC)

    assert local_day(start_of(day)) == day
    assert local_day(next_start - timedelta(microseconds=1)) == day


def test_the_day_after_the_28th_of_february_depends_on_the_year():
    assert day_after(date(2028, 2, 28)) == date(2028, 2, 29)
    assert day_after(date(2027, 2, 28)) == date(2027, 3, 1)
