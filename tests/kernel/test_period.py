from datetime import date

import pytest

from plein.kernel.period import Period, age_on

YEAR = Period(date(2026, 1, 1), date(2027, 1, 1))


@pytest.mark.parametrize(
    ("day", "is_in"),
    [
        (date(2025, 12, 31), False),
        (date(2026, 1, 1), True),
        (date(2026, 12, 31), True),
        (date(2027, 1, 1), False),
    ],
)
def test_until_is_not_in_the_period(day, is_in):
    assert (day in YEAR) is is_in


def test_a_period_without_an_end_goes_on():
    assert date(2999, 1, 1) in Period(date(2026, 1, 1))


@pytest.mark.parametrize(
    ("born_on", "day", "age"),
    [
        (date(2008, 11, 24), date(2026, 11, 23), 17),
        (date(2008, 11, 24), date(2026, 11, 24), 18),
        (date(2008, 2, 29), date(2026, 2, 28), 17),
        (date(2008, 2, 29), date(2026, 3, 1), 18),
        (date(2008, 2, 29), date(2028, 2, 29), 20),
        (date(2026, 11, 24), date(2026, 11, 24), 0),
    ],
)
def test_an_age_counts_whole_years(born_on, day, age):
    assert age_on(day, born_on) == age
