"""Amsterdam time. The doors read the clock; nothing below them does."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def local_day(at: datetime) -> date:
    """The calendar day in the Netherlands at this moment."""
    return at.astimezone(AMSTERDAM).date()


def start_of(day: date) -> datetime:
    """Midnight at the start of this day, in the Netherlands."""
    return datetime.combine(day, time.min, AMSTERDAM)


def day_after(day: date) -> date:
    return day + timedelta(days=1)
