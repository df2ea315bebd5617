"""Month after month: first what is earned, then from the whole year what the toeslagen are.

There is no circle: toeslagen are no means for bijstand, and bijstand does count for toeslagen.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from plein.insight.facts import YEAR, facts_in
from plein.insight.household import Household
from plein.insight.year import Year, year_of
from plein.kernel.months import month_of, months_from, part_of
from plein.rules.of_municipality import Rules
from plein.rules.outcome import Outcome
from plein.rules.refusals import NormMissing

EARNED = (
    *("netto_loon_per_maand", "vakantiegeld_bij_loon_per_maand"),
    *("netto_uitkering_per_maand", "vakantiegeld_bij_uitkering_per_maand"),
)
BIJSTAND = (
    *("bijstand_per_maand", "bijstand_uitbetaald_per_maand", "aio_uitbetaald_per_maand"),
    "vakantietoeslag_gereserveerd",
)
TOESLAGEN = (
    "zorgtoeslag_per_maand",
    "huurtoeslag_per_maand",
    "kindgebonden_budget_per_maand",
    "kinderbijslag_per_kwartaal",
    "kinderopvangtoeslag_per_maand",
)
GROSS = ("bruto_uitkering_per_maand", "aow_vakantiegeld_per_maand")


@dataclass(frozen=True)
class Month:
    """Everything that holds for one month; amounts are euros, and those of `year` over the year."""

    first: date
    earned: Outcome
    toeslagen: Outcome
    year: Outcome | None
    missing: Mapping[str, NormMissing]
    facts: Mapping[str, Any]  # of that month, with the income of the year

    def __getitem__(self, name: str) -> Decimal:
        """What cannot be worked out is nought, and stands in `missing`."""
        return Decimal(0) if name in self.missing else Decimal(self.outcome_of(name)[name])

    def outcome_of(self, name: str) -> Outcome:
        every = (self.earned, self.toeslagen, *([self.year] if self.year else []))
        return next((each for each in every if name in each.values), self.toeslagen)

    @property
    def targets(self) -> set[str]:
        """What can be explained."""
        year = self.year.targets if self.year else ()
        return {*self.earned.targets, *self.toeslagen.targets, *year} - self.missing.keys()


Earned = tuple[Outcome, dict[str, NormMissing]]


def timeline(rules: Rules, household: Household, start: date, count: int) -> list[Month]:
    """So many months from the one of `start`. Raises as `calculate`, but for a missing norm."""
    months = list(months_from(month_of(start), count))
    earned: dict[date, Earned] = {}
    years = {}
    for year in sorted({month.year for month in months}):
        own = {
            month: _earned(rules, household.at(month), month)
            for month in months_from(date(year, 1, 1), YEAR)
        }
        earned |= own
        years[year] = year_of(rules, household, year, {month: own[month][0] for month in own})
    return [_month(rules, household, month, earned[month], years[month.year]) for month in months]


def _month(rules: Rules, household: Household, month: date, earned: Earned, year: Year) -> Month:
    facts = facts_in(household.at(month), month, year.incomes)
    known = {} if household.care else {"kinderopvangtoeslag_per_maand": Decimal(0)}
    toeslagen, missing = rules.what_can_be(TOESLAGEN, facts, month, known)
    return Month(month, earned[0], toeslagen, year.tax, earned[1] | missing, facts)


def _earned(rules: Rules, household: Household, month: date) -> Earned:
    """Wages and benefits after tax, and the bijstand that fills up to the norm."""
    facts = facts_in(household, month)
    known = _partial_ww(rules, household, facts, month)
    starts = household.applies_for_bijstand_from
    targets = [*EARNED, *GROSS]
    if household.partner:
        targets += [f"{name}_partner" for name in (*EARNED, *GROSS)]
    if starts is None or month < month_of(starts):
        known |= dict.fromkeys(BIJSTAND, Decimal(0))
    return rules.what_can_be([*targets, *BIJSTAND, "valt_onder_aio"], facts, month, known)


def _partial_ww(
    rules: Rules, household: Household, facts: Mapping[str, Any], month: date
) -> dict[str, Any]:
    """WW that begins or ends within the month counts by its days."""
    known = {}
    for number, adult in enumerate(household.adults):
        name = "ww_per_maand" + ("_partner" if number else "")
        share = part_of(month, adult.ww.began, adult.ww.until) if adult.ww else Decimal(0)
        if adult.ww and share < 1:
            whole = rules.calculate([name], facts, month)[name] if share else Decimal(0)
            known[name] = (whole * share).quantize(Decimal("0.01"))
    return known
