"""Calendar months, as their first day; and the part of a month that a stretch of days covers."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal


def month_of(day: date) -> date:
    return day.replace(day=1)


def months_after(month: date, number: int) -> date:
    """So many months later; earlier when it is negative."""
    count = month.year * 12 + month.month - 1 + number
    return date(count // 12, count % 12 + 1, 1)


def months_from(month: date, count: int) -> Iterator[date]:
    return (months_after(month, number) for number in range(count))


def months_between(born: date, day: date) -> int:
    """Whole months lived on this day."""
    months = (day.year - born.year) * 12 + day.month - born.month
    return months - (day.day < born.day)


def months_old_on(born: date, months: int) -> date:
    """So many months old; of the 31st, in a shorter month, the first day after it."""
    month = months_after(month_of(born), months)
    if born.day > days_in(month):
        return months_after(month, 1)
    return month.replace(day=born.day)


def days_in(month: date) -> int:
    return (months_after(month, 1) - month).days


def part_of(month: date, start: date | None, until: date | None) -> Decimal:
    """The share of its days from `start` until `until`, which is not in it: 0 to 1."""
    first = max(month, start) if start else month
    end = months_after(month, 1)
    last = min(end, until) if until else end
    return Decimal(max(0, (last - first).days)) / days_in(month)
