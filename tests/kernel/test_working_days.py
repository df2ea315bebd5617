from datetime import date

import pytest

from plein.kernel.working_days import working_days_after

FRIDAY = date(2026, 11, 27)


@pytest.mark.parametrize(
    ("day", "count", "expected"),
    [
        (FRIDAY, 0, FRIDAY),
        (FRIDAY, 1, date(2026, 11, 30)),
        (FRIDAY, 5, date(2026, 12, 4)),
        (date(2026, 11, 28), 1, date(2026, 11, 30)),
        (date(2026, 11, 23), 4, FRIDAY),
    ],
)
def test_a_weekend_does_not_count(day, count, expected):
    assert working_days_after(day, count) == expected
