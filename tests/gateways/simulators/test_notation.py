"""Days in the lives of the demo move along with today."""

from datetime import date

import pytest

from plein.gateways.partial_date import PartialDate
from plein.gateways.simulators.notation import Day, Monthly, Year, resolve

NEW_YEARS_EVE = date(2026, 12, 31)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("today", "2026-12-31"),
        ("today+70d", "2027-03-11"),
        ("today-28y-3m", "1998-09-30"),
        ("today-2m", "2026-10-31"),
        ("month", "2026-12-01"),
        ("month-10m", "2026-02-01"),
        ("month+1m", "2027-01-01"),
        ("monthend-10m", "2026-02-28"),
        ("monthend-34m", "2024-02-29"),
        ("2017-04-12", "2017-04-12"),
        ("2017-04", "2017-04"),
        ("2017", "2017"),
        ("unknown", ""),
    ],
)
def test_a_day_is_written_from_today(text: str, expected: str):
    assert str(Day(text).on(NEW_YEARS_EVE)) == expected


def test_a_day_that_nobody_understands_is_an_error():
    with pytest.raises(ValueError, match="yesterday"):
        Day("yesterday").on(NEW_YEARS_EVE)


def test_the_same_for_each_month():
    months = resolve({"all": Monthly(first=-2, last=0, each={"hours": 104})}, NEW_YEARS_EVE)

    assert [str(month["DatBIko"]) for month in months["all"]] == [
        "2026-10-01",
        "2026-11-01",
        "2026-12-01",
    ]
    assert months["all"][1]["DatEIko"] == PartialDate(2026, 11, 30)
    assert {month["hours"] for month in months["all"]} == {104}


def test_a_year_counts_from_this_one():
    assert resolve([Year(-1)], NEW_YEARS_EVE) == [2025]
