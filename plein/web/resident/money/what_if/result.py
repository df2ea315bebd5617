"""What the scenario does: two courses of the coming months, and what happens by itself in them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cached_property
from itertools import groupby

from plein.insight.changes import applying
from plein.insight.course import MonthOfMoney, course_of
from plein.insight.events import Event, Works, changed, minimum_wage
from plein.insight.household import Household
from plein.insight.marks import Mark, marks
from plein.kernel.months import month_of, months_after
from plein.web.resident.money.looking import AHEAD, Look


@dataclass(frozen=True)
class Turn:
    """Something that happens by itself, and what the ordinary month is before and after it."""

    marks: tuple[Mark, ...]
    before: MonthOfMoney | None
    after: MonthOfMoney | None


@dataclass(frozen=True)
class Result:
    """Worked out once for a page, as far as it is asked for."""

    found: Look
    events: Sequence[Event]
    today: date

    @cached_property
    def then(self) -> Household:
        household = changed(self.found.household, self.events, self.found.rules)
        return applying(household, self.today)

    @cached_property
    def without(self) -> list[MonthOfMoney]:
        return _course(self.found)

    @cached_property
    def course(self) -> list[MonthOfMoney]:
        """With what was filled in."""
        if not self.events:
            return self.without
        return _course(replace(self.found, household=self.then))

    @property
    def months(self) -> list[date]:
        return [month.first for month in self.course]

    def month_to_show(self, chosen: date | None) -> date:
        """What was chosen; else the first whole month in which all has begun."""
        if chosen in self.months:
            return chosen
        last = max((event.on for event in self.events), default=self.today)
        month = month_of(last)
        first_whole = month if last == month else months_after(month, 1)
        return min(max(first_whole, self.months[1]), self.months[-1])

    def turns(self) -> list[Turn]:
        """By the month from which they count, as together they have one effect."""
        by_month = {month.first: month for month in self.course}
        found = marks(self.found.rules, self.then, self.today, AHEAD)
        turns = []
        for counts_from, group in groupby(found, key=lambda mark: mark.counts_from):
            own = tuple(group)
            whole = all(mark.on == counts_from for mark in own)
            before = months_after(counts_from, -1 if whole else -2)
            turns.append(Turn(own, by_month.get(before), by_month.get(counts_from)))
        return turns

    def works_in(self, month: date) -> Works | None:
        """The work of the scenario in that month."""
        begun = [each for each in self.events if isinstance(each, Works) and each.on <= month]
        return begun[-1] if begun else None

    def hourly(self, month: date) -> Decimal:
        """Euros an hour for the curve: that of the work in it, or the minimum wage."""
        work = self.works_in(month)
        rules = self.found.rules
        return work.wage(self.then, rules) if work else minimum_wage(rules, self.then, month)


def _course(found: Look) -> list[MonthOfMoney]:
    return course_of(found.months, found.shown, found.household)
