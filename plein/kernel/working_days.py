"""Monday to Friday. Official holidays count as working days here: no list of them is kept yet."""

from datetime import date, timedelta

_SATURDAY = 5


def working_days_after(day: date, count: int) -> date:
    """The day that lies so many working days further."""
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < _SATURDAY
    return day
