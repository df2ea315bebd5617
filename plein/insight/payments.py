"""When an amount reaches the account: wages within the month, bijstand after it, toeslagen before.

That is why there is a gap between the last WW and the first bijstand: a matter of days, and not of
rights. The days are those on which these bodies usually pay.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from plein.insight.household import Household, total
from plein.insight.months import month_of, months_after
from plein.insight.timeline import Month

JUNE, QUARTER = 6, 3
CENT = Decimal("0.01")


class Kind(StrEnum):
    """What comes in, in the order in which it is shown."""

    WAGE = "loon"
    BENEFIT = "uitkering"
    BIJSTAND = "bijstand"
    ALIMONY = "alimentatie"
    HOUSING = "huurtoeslag"
    HEALTH = "zorgtoeslag"
    CHILDREN = "kindgebonden-budget"
    CHILD_BENEFIT = "kinderbijslag"
    HOLIDAY = "vakantietoeslag"


@dataclass(frozen=True)
class Amount:
    """Euros that belong to a month, and the day on which they are on the account."""

    kind: Kind
    month: date
    amount: Decimal
    paid_on: date
    target: str = ""  # the rule that explains it
    whose: str = ""  # empty, or "_partner"


def amounts(months: Sequence[Month], household: Household) -> list[Amount]:
    """All that comes in over these months, with nothing for what is nought."""
    found = [each for month in months for each in _of_month(month, household)]
    found += _holiday(months)
    return [each for each in found if each.amount]


def by_month(found: Sequence[Amount]) -> dict[date, list[Amount]]:
    """To what month each belongs."""
    grouped: dict[date, list[Amount]] = defaultdict(list)
    for each in found:
        grouped[each.month].append(each)
    return grouped


def on_account(found: Sequence[Amount]) -> dict[date, Decimal]:
    """What reaches the account in each month."""
    totals: dict[date, Decimal] = defaultdict(Decimal)
    for each in found:
        totals[month_of(each.paid_on)] += each.amount
    return totals


def _of_month(month: Month, household: Household) -> Iterator[Amount]:
    first, following = month.first, months_after(month.first, 1)
    for whose in ("", "_partner") if household.at(first).partner else ("",):
        name = f"netto_loon_per_maand{whose}"
        yield Amount(Kind.WAGE, first, month[name], first.replace(day=25), name, whose)
        name = f"netto_uitkering_per_maand{whose}"
        yield Amount(Kind.BENEFIT, first, month[name], following.replace(day=10), name, whose)
    yield _paid(Kind.BIJSTAND, month, "bijstand_uitbetaald_per_maand", following.replace(day=5))
    alimony = total(household.child_alimony, first) + total(household.partner_alimony, first)
    yield Amount(Kind.ALIMONY, first, alimony, first)
    before = months_after(first, -1).replace(day=20)
    yield _paid(Kind.HOUSING, month, "huurtoeslag_per_maand", before)
    yield _paid(Kind.HEALTH, month, "zorgtoeslag_per_maand", before)
    yield _paid(Kind.CHILDREN, month, "kindgebonden_budget_per_maand", before)
    yield _child_benefit(month)


def _paid(kind: Kind, month: Month, target: str, day: date) -> Amount:
    return Amount(kind, month.first, month[target], day, target)


def _child_benefit(month: Month) -> Amount:
    """A third of the quarter; all of it comes after the quarter."""
    first, target = month.first, "kinderbijslag_per_kwartaal"
    quarter = first.month - (first.month - 1) % QUARTER
    paid_on = months_after(date(first.year, quarter, 1), QUARTER).replace(day=3)
    third = (month[target] / QUARTER).quantize(CENT)
    return Amount(Kind.CHILD_BENEFIT, first, third, paid_on, target)


def _holiday(months: Sequence[Month]) -> Iterator[Amount]:
    """What stayed behind of the bijstand is paid in June, and when the bijstand stops."""
    kept = Decimal(0)
    for month in months:
        kept += month["vakantietoeslag_gereserveerd"]
        if kept and (month.first.month == JUNE or not month["bijstand_per_maand"]):
            target = "vakantietoeslag_gereserveerd"
            yield Amount(Kind.HOLIDAY, month.first, kept, month.first.replace(day=20), target)
            kept = Decimal(0)
