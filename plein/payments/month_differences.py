"""Why a month comes out otherwise than the one before: from amounts and days alone."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from plein.payments.models import Award, AwardMonth


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
    is_whole = award.covers(before.month) and award.covers(now.month)
    return Why.NORM if is_whole else Why.DAYS
