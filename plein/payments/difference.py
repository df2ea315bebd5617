"""Why a month comes out otherwise than the one before: from amounts and days alone."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from plein.kernel.months import days_in, months_after
from plein.payments.models import Award, AwardMonth

DAY = timedelta(days=1)


class Why(StrEnum):
    DAYS = "dagen"
    SITUATION = "situatie"
    NORM = "norm"
    INCOME = "inkomen"
    KEPT = "vrijlating"


@dataclass(frozen=True, slots=True)
class Difference:
    """`cents` is how much the norm, or the income that counts, went up."""

    why: Why
    cents: int


def days_with_right(award: Award, month: date) -> int:
    first = max(award.starts_on, month)
    until = min(award.ends_on or date.max, months_after(month, 1))
    return max(0, (until - first) // DAY)


def differences(
    award: Award, before: AwardMonth, now: AwardMonth, *, moved: bool
) -> Iterator[Difference]:
    """`moved`: somebody lives otherwise since a day after the first of the month before."""
    if norm := now.norm - before.norm:
        yield Difference(_why_norm(award, before, now, moved), norm)
    if income := now.income - before.income:
        yield Difference(Why.INCOME, income)
    elif kept := now.kept - before.kept:
        yield Difference(Why.KEPT, kept)


def _why_norm(award: Award, before: AwardMonth, now: AwardMonth, moved: bool) -> Why:
    if moved:
        return Why.SITUATION
    return Why.NORM if _whole(award, before) and _whole(award, now) else Why.DAYS


def _whole(award: Award, row: AwardMonth) -> bool:
    return days_with_right(award, row.month) == days_in(row.month)
