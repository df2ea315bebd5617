"""Monday to Friday, without the days on which somebody says to be closed."""

from collections.abc import Collection
from datetime import date, timedelta

_SATURDAY = 5


def working_days_after(day: date, count: int, closed: Collection[date] = ()) -> date:
    """The day that lies so many working days further.

    Official holidays count as working days, unless they are among the `closed` ones.
    """
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < _SATURDAY and day not in closed
    return day
