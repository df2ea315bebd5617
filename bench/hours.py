"""Two years of one household by its hours of work: 24 months by 41 steps, on arrays."""

from bisect import bisect_right
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import Any

import numpy as np

from bench import households
from bench.clock import ms
from bench.households import TARGETS
from plein.kernel.months import months_from
from plein.rules.calculate import calculate, calculate_many

START, MONTHS = date(2025, 1, 1), 24
HOURS = np.arange(41.0)  # a week
WAGE, WEEKS, HOLIDAY_SHARE = 15.0, 52 / 12, 1.08  # euros an hour, weeks a month


def sweep(book) -> dict[str, float]:
    """Milliseconds for 24 months by 41 hours of work; months with the same norms in one call."""
    months = list(months_from(START, MONTHS))
    days = edges(book)
    spans = [list(own) for _, own in groupby(months, lambda month: bisect_right(days, month))]
    facts = {
        month: households.family(book, book.plan(TARGETS, month).asks, month) for month in months
    }

    def columns():
        return [by_hours([facts[month] for month in span]) for span in spans]

    def work():
        return [
            calculate_many(book, TARGETS, own, span[0])
            for own, span in zip(columns(), spans, strict=True)
        ]

    check(book, facts, work())
    return {"calls": len(spans), "ms": ms(work), "columns": ms(columns)}


def check(book, facts, parts) -> None:
    """In each month, at another hour, the same as on `Decimal`."""
    amounts = {
        name: np.concatenate([part[name] for part in parts]).reshape(MONTHS, len(HOURS))
        for name in TARGETS
    }
    for row, month in enumerate(facts):
        hour = row % len(HOURS)
        own = {name: column[hour] for name, column in by_hours([facts[month]]).items()}
        given = {name: value.item() for name, value in own.items()}
        alone = calculate(book, TARGETS, given, month)
        for name in TARGETS:
            assert round(alone[name] * 100) == round(amounts[name][row, hour] * 100), name  # noqa: S101


def edges(book) -> list[date]:
    """The days on which a norm or a rule changes."""
    norms = [norm for each in book.norms.regelingen for norm in book.norms.of(each).values()]
    found = {figure.since for norm in norms for figure in norm.values}
    found |= {norm.until for norm in norms if norm.until}
    rules = [each for own in book.rules.values() for each in own]
    return sorted(found | {day for each in rules for day in (each.from_, each.until) if day})


def by_hours(months: list[dict[str, Any]]) -> dict[str, np.ndarray]:
    """A row for each month and each number of hours."""
    columns = {
        name: np.repeat([number(facts[name]) for facts in months], len(HOURS)) for name in months[0]
    }
    wage = np.tile((HOURS * WEEKS * WAGE).round(2), len(months))
    return columns | {
        "brutoloon_per_maand": wage,
        "loon_per_jaar": (wage * 12 * HOLIDAY_SHARE).round(2),
        "loonheffingskorting_op_loon": wage > 0,
    }


def number(value: Decimal | bool | int) -> float | bool:
    return value if isinstance(value, bool) else float(value)
