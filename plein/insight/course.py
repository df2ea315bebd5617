"""How the money of a household runs over the months: what it is due, what comes, what stays.

The holiday allowance of wages, WW and bijstand counts in the month in which it is built up: paid
once a year, it would make work seem to cost money in every other month.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from plein.insight.household import Household
from plein.insight.payments import Amount, Kind, amounts, by_month, on_account
from plein.insight.timeline import Month

MOST = Decimal("0.9")  # with less than this of a month on the account, somebody is short
BUILT_UP = (
    *("vakantiegeld_bij_loon_per_maand", "vakantiegeld_bij_uitkering_per_maand"),
    *("vakantiegeld_bij_loon_per_maand_partner", "vakantiegeld_bij_uitkering_per_maand_partner"),
    "vakantietoeslag_gereserveerd",
)


@dataclass(frozen=True)
class MonthOfMoney:
    """Euros: due over the month by kind, on the account in it, and what goes out each month."""

    first: date
    due: Mapping[Kind, Decimal]
    paid: Decimal
    spent: Decimal

    @property
    def total(self) -> Decimal:
        return sum(self.due.values(), Decimal(0))

    @property
    def at_once(self) -> Decimal:
        """Without the holiday allowance, which comes later."""
        return self.total - self.due.get(Kind.HOLIDAY, Decimal(0))

    @property
    def left(self) -> Decimal:
        """To spend in an ordinary month."""
        return self.at_once - self.spent

    @property
    def is_short(self) -> bool:
        return self.paid < self.at_once * MOST


def course_of(
    months: Sequence[Month], shown: Sequence[Month], household: Household
) -> list[MonthOfMoney]:
    """Of the months that are shown; those around them say what is paid later or sooner."""
    every = amounts(months, household)
    due, paid = by_month(every), on_account(every)
    return [
        MonthOfMoney(
            month.first,
            _by_kind(month, household, due.get(month.first, [])),
            paid.get(month.first, Decimal(0)),
            household.spent_in(month.first),
        )
        for month in shown
    ]


def totals(course: Sequence[MonthOfMoney]) -> dict[Kind, Decimal]:
    """Over all of them, by kind in the order in which they are shown."""
    found = {
        kind: sum((month.due.get(kind, Decimal(0)) for month in course), Decimal(0))
        for kind in Kind
    }
    return {kind: amount for kind, amount in found.items() if amount}


def _by_kind(month: Month, household: Household, due: Sequence[Amount]) -> dict[Kind, Decimal]:
    kinds: dict[Kind, Decimal] = {}
    for each in due:
        if each.kind is not Kind.HOLIDAY:
            kinds[each.kind] = kinds.get(each.kind, Decimal(0)) + each.amount
    if built_up := sum(_built_up(month, household), Decimal(0)):
        kinds[Kind.HOLIDAY] = built_up
    return kinds


def _built_up(month: Month, household: Household) -> Iterator[Decimal]:
    together = household.at(month.first).partner is not None
    for name in BUILT_UP:
        if together or not name.endswith("_partner"):
            yield month[name]
