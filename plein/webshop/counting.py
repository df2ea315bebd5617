"""Whether a limit leaves room for one more, from values alone."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol
from uuid import UUID

from plein.kernel.period import age_on


class Limit(Protocol):
    scheme_id: UUID
    group_id: UUID | None
    category: str
    scope: str
    window: str
    years: int | None
    most: int | None
    most_cents: int | None
    age_from: int | None
    age_until: int | None


@dataclass(frozen=True, slots=True)
class Bought:
    """One piece for one person, wanted now or bought before. `cents` is what the budget pays."""

    person: UUID
    born: date | None  # first of the month
    scheme: UUID
    period: UUID
    group: UUID | None
    category: str
    cents: int
    day: date


def leaves_room(limit: Limit, wanted: Bought, before: Iterable[Bought]) -> bool:
    """Whether this piece may still be bought; all of `before` is of one household."""
    if not is_about(limit, wanted):
        return True
    counted = [each for each in before if _counts_with(limit, wanted, each)]
    if limit.most is not None:
        return len(counted) < limit.most
    spent = sum(each.cents for each in counted)
    return spent + wanted.cents <= (limit.most_cents or 0)


def is_about(limit: Limit, piece: Bought) -> bool:
    """Whether this kind of product, for somebody of this age, falls under the limit."""
    return (
        limit.scheme_id == piece.scheme
        and limit.group_id in (None, piece.group)
        and limit.category in ("", piece.category)
        and _age_fits(limit, piece)
    )


def _age_fits(limit: Limit, piece: Bought) -> bool:
    """An age that is not known falls under no limit with ages."""
    if limit.age_from is None and limit.age_until is None:
        return True
    if piece.born is None:
        return False
    age = age_on(piece.day, piece.born)
    return (limit.age_from or 0) <= age and (limit.age_until is None or age < limit.age_until)


def _counts_with(limit: Limit, wanted: Bought, earlier: Bought) -> bool:
    together = limit.scope == "huishouden" or wanted.person == earlier.person
    return together and is_about(limit, earlier) and _in_window(limit, wanted, earlier)


def _in_window(limit: Limit, wanted: Bought, earlier: Bought) -> bool:
    if limit.window == "periode":
        return wanted.period == earlier.period
    if limit.window == "jaar":
        return wanted.day.year == earlier.day.year
    if limit.window == "jaren":
        return age_on(wanted.day, earlier.day) < (limit.years or 0)
    return True
