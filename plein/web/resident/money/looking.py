"""What both pages of Mijn geld need: the household of the vault, and its months."""

from dataclasses import dataclass, replace
from datetime import date

from plein.insight.from_vault import Known, household_of
from plein.insight.household import Household
from plein.insight.months import month_of, months_after
from plein.insight.timeline import Month, Rules, timeline
from plein.regelingen.library import rule_book
from plein.web.request import ResidentRequest

AHEAD = 24  # months
BEFORE, AFTER = 4, 1  # months: what reaches the account now may belong to then


@dataclass(frozen=True)
class Look:
    """The months that are shown, and those around them."""

    known: Known
    household: Household
    months: list[Month]
    first: date

    @property
    def shown(self) -> list[Month]:
        return [month for month in self.months if month.first >= self.first][:AHEAD]

    def month(self, first: date) -> Month | None:
        return next((month for month in self.shown if month.first == first), None)


def look(request: ResidentRequest) -> Known | Look:
    """Only what is known where the vault does not hold enough to calculate."""
    known = household_of(request.resident, at=request.now)
    if known.household is None:
        return known
    household = replace(
        known.household, applies_for_bijstand_from=_could_apply(known.household, request.today)
    )
    first = month_of(request.today)
    months = timeline(
        Rules(rule_book()), household, months_after(first, -BEFORE), BEFORE + AHEAD + AFTER
    )
    return Look(known, household, months, first)


def _could_apply(household: Household, today: date) -> date:
    """When the WW ends; today for who has none. The page says that one has to apply for it."""
    ends = [adult.ww.until for adult in household.adults if adult.ww and adult.ww.until > today]
    return max(ends, default=month_of(today))
