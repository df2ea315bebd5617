"""Why somebody gets another amount than the month before: from two lines alone."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from plein.payments.models import RunLine

MOST = 2  # reasons: the largest say enough


class Why(StrEnum):
    DAYS = "dagen"
    NORM = "norm"
    INCOME = "inkomen"
    HOLIDAY = "vakantietoeslag"
    BEFORE = "van eerder"
    ADVANCE = "voorschot"
    OFF = "gaat eraf"


@dataclass(frozen=True, slots=True)
class Difference:
    """Cents of the thing itself, and what it does to the payment: more is above zero."""

    why: Why
    before: int
    now: int
    effect: int


def differences(now: RunLine, before: RunLine) -> list[Difference]:
    """The largest first."""
    found = [each for each in _all(now, before) if each.effect]
    return sorted(found, key=lambda each: -abs(each.effect))[:MOST]


def _all(now: RunLine, before: RunLine) -> Iterator[Difference]:
    if now.month and before.month:
        new, old = now.month, before.month
        whole = now.award.covers(new.month) and before.award.covers(old.month)
        yield _more(Why.NORM if whole else Why.DAYS, old.norm, new.norm)
        yield _less(Why.INCOME, old.income, new.income)
    yield _more(Why.HOLIDAY, before.holiday, now.holiday)
    yield _more(Why.BEFORE, before.carried, now.carried)
    yield _less(Why.ADVANCE, before.advance_off, now.advance_off)
    yield _less(Why.OFF, _off(before), _off(now))


def _off(line: RunLine) -> int:
    return line.debts_off + line.deductions_off


def _more(why: Why, before: int, now: int) -> Difference:
    return Difference(why, before, now, now - before)


def _less(why: Why, before: int, now: int) -> Difference:
    return Difference(why, before, now, before - now)
