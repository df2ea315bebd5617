"""The hours in which nobody gets a reminder: 21.00 to 8.00 in Amsterdam."""

from datetime import datetime, time, timedelta

from plein.kernel.clock import AMSTERDAM, local_day

WAKES, SLEEPS = time(8), time(21)


def is_quiet(at: datetime) -> bool:
    hour = at.astimezone(AMSTERDAM).time()
    return hour < WAKES or hour >= SLEEPS


def when_awake(at: datetime) -> datetime:
    """This moment, or the first one after it that is not quiet."""
    if not is_quiet(at):
        return at
    local = at.astimezone(AMSTERDAM)
    day = local_day(at) + timedelta(days=local.time() >= SLEEPS)
    return datetime.combine(day, WAKES, AMSTERDAM)
