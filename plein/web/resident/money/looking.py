"""What every page of Mijn geld needs: the household of the vault, and its months."""

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from plein.insight.changes import applying
from plein.insight.from_vault import Known, household_of
from plein.insight.household import Household
from plein.insight.timeline import Month, timeline
from plein.kernel.months import month_of, months_after, months_from
from plein.rules.of_municipality import Rules
from plein.web.request import ResidentRequest
from plein.workflows.our_rules import our_rules

AHEAD = 24  # months
BEFORE, AFTER = 4, 1  # months: what reaches the account now may belong to then


@dataclass(frozen=True)
class Look:
    """A household, and its months as far as somebody asks for them."""

    known: Known
    household: Household
    first: date
    rules: Rules

    @cached_property
    def months(self) -> list[Month]:
        """With those around what is shown."""
        start = months_after(self.first, -BEFORE)
        return timeline(self.rules, self.household, start, BEFORE + AHEAD + AFTER)

    @property
    def shown(self) -> list[Month]:
        return self.months[BEFORE : BEFORE + AHEAD]

    def month(self, first: date) -> Month | None:
        """One of those that are shown, without the others."""
        if first not in months_from(self.first, AHEAD):
            return None
        return timeline(self.rules, self.household, first, 1)[0]


def look(request: ResidentRequest) -> Known | Look:
    """Only what is known where the vault does not hold enough to calculate."""
    rules = our_rules()
    known = household_of(request.resident, rules.book.norms, at=request.now)
    if known.household is None:
        return known
    household = applying(known.household, request.today)
    if known.bijstand_since:
        household = replace(household, applies_for_bijstand_from=known.bijstand_since)
    return Look(known, household, month_of(request.today), rules)
