"""On which days somebody is reminded."""

from collections.abc import Iterable
from datetime import date, timedelta


def rungs(due_on: date | None, ladder: Iterable[int], *, after: date) -> list[date]:
    """`ladder` counts days from the last day; only what lies after the day it was asked."""
    if due_on is None:
        return []
    days = {due_on + timedelta(days=step) for step in ladder}
    return sorted(day for day in days if day > after)
