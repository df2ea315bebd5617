"""How the money of a household runs over the months: what it is due, what comes, what stays."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from plein.insight.household import Household
from plein.insight.payments import Kind, amounts, by_month, on_account
from plein.insight.timeline import Month

MOST = Decimal("0.9")  # with less than this of a month on the account, somebody is short


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
    def ordinary(self) -> Decimal:
        """Without what comes once a year."""
        return self.total - self.due.get(Kind.HOLIDAY, Decimal(0))

    @property
    def left(self) -> Decimal:
        return self.total - self.spent

    @property
    def is_short(self) -> bool:
        return self.paid < self.total * MOST


def course_of(
    months: Sequence[Month], shown: Sequence[date], household: Household
) -> list[MonthOfMoney]:
    """Of the months that are shown; those around them say what is paid later or sooner."""
    every = amounts(months, household)
    due, paid = by_month(every), on_account(every)
    course = []
    for first in shown:
        kinds: dict[Kind, Decimal] = {}
        for each in due.get(first, []):
            kinds[each.kind] = kinds.get(each.kind, Decimal(0)) + each.amount
        spent = household.spent_in(first)
        course.append(MonthOfMoney(first, kinds, paid.get(first, Decimal(0)), spent))
    return course


def totals(course: Sequence[MonthOfMoney]) -> dict[Kind, Decimal]:
    """Over all of them, by kind in the order in which they are shown."""
    found = {
        kind: sum((month.due.get(kind, Decimal(0)) for month in course), Decimal(0))
        for kind in Kind
    }
    return {kind: amount for kind, amount in found.items() if amount}
