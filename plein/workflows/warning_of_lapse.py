"""A month and a week before a budget ends, who still has money left hears of it: once each."""

from datetime import date, datetime, timedelta
from uuid import UUID

from plein.delivery.notices import Notice
from plein.webshop.queries.lapsing import ending_within, who_hears_of
from plein.workflows.telling_once import tell_once

WARNINGS = (7, 30)  # days before the last day to spend, the last warning first
PART = 2_000  # residents in one transaction


def warn_of_lapse(day: date, *, at: datetime) -> int:
    """How many are told. One word per resident, period and warning, however many budgets."""
    keys: dict[str, UUID] = {}
    for each in who_hears_of(ending_within(max(WARNINGS), day), day):
        days = (each.until - timedelta(days=1) - day).days
        warning = next(every for every in WARNINGS if days <= every)
        keys[f"vervalt-{warning}-{each.period}-{each.resident}"] = each.resident
    told, pairs = 0, list(keys.items())
    for start in range(0, len(pairs), PART):
        told += tell_once(Notice.BUDGET, dict(pairs[start : start + PART]), at)
    return told
