"""What is left at every number of hours of work: one calculation on arrays, and where it drops."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import numpy as np

from plein.insight.changes import WEEKS_IN_MONTH
from plein.insight.facts import YEAR, facts_in
from plein.insight.household import Household
from plein.insight.payments import QUARTER, Kind
from plein.insight.timeline import TOESLAGEN
from plein.kernel.months import month_of, months_from
from plein.rules.calculate import calculate_many
from plein.rules.of_municipality import Rules

EARNED = (
    *("netto_loon_per_maand", "vakantiegeld_bij_loon_per_maand"),
    *("netto_uitkering_per_maand", "vakantiegeld_bij_uitkering_per_maand"),
    *("bruto_uitkering_per_maand", "bruto_uitkering_per_maand_partner", "bijstand_per_maand"),
)
PARTS = {
    Kind.WAGE: ("netto_loon_per_maand", "vakantiegeld_bij_loon_per_maand"),
    Kind.BENEFIT: ("netto_uitkering_per_maand", "vakantiegeld_bij_uitkering_per_maand"),
    Kind.BIJSTAND: ("bijstand_per_maand",),
    Kind.HOUSING: ("huurtoeslag_per_maand",),
    Kind.HEALTH: ("zorgtoeslag_per_maand",),
    Kind.CHILDREN: ("kindgebonden_budget_per_maand",),
    Kind.CHILD_BENEFIT: ("kinderbijslag_per_kwartaal",),
}
Column = np.ndarray[Any, Any]


@dataclass(frozen=True)
class Cliff:
    """Somebody works more and has less: at how many hours, how much, and what fell most."""

    hours: float
    loss: float
    because: Kind


@dataclass(frozen=True)
class Sweep:
    """Euros in a month at each number of hours, with the holiday allowance that is built up.

    Without it somebody would seem to lose by working: 8 per cent stays behind of a wage, and 5 of
    bijstand. What a partner earns is not in it, and counts for what the household gets.
    """

    hours: Column
    parts: Mapping[Kind, Column]

    @property
    def total(self) -> Column:
        return np.asarray(sum(self.parts.values()))

    def cliffs(self) -> list[Cliff]:
        total, found = self.total, []
        for place in range(1, len(self.hours)):
            if (loss := total[place - 1] - total[place]) > 1:  # a euro: roundings are no cliff
                falls = {kind: own[place - 1] - own[place] for kind, own in self.parts.items()}
                because = max(falls, key=lambda kind: falls[kind])
                found.append(Cliff(float(self.hours[place]), float(loss), because))
        return found


def sweep(rules: Rules, household: Household, start: date, hourly: Decimal, hours: Column) -> Sweep:
    """In a whole year of such work, from the first month of `start`."""
    first, wages = month_of(start), hours * float(hourly * WEEKS_IN_MONTH)
    months = [_earned(rules, household, month, wages) for month in months_from(first, YEAR)]
    found = months[0] | _many(
        rules, TOESLAGEN, household, first, _year(rules, household, first, wages, months)
    )
    parts = {kind: np.asarray(sum(found[name] for name in names)) for kind, names in PARTS.items()}
    parts[Kind.CHILD_BENEFIT] = parts[Kind.CHILD_BENEFIT] / QUARTER
    return Sweep(hours, parts)


def _earned(rules: Rules, household: Household, month: date, wages: Column) -> dict[str, Column]:
    work = {"brutoloon_per_maand": wages, "loonheffingskorting_op_loon": wages > 0}
    return _many(rules, EARNED, household, month, work)


def _year(
    rules: Rules, household: Household, first: date, wages: Column, months: list[dict[str, Column]]
) -> dict[str, Column]:
    """Gross income of both over twelve months; of the bijstand each has an equal part."""
    adults, share = household.at(first).adults, float(rules.with_holiday(first))
    bijstand = sum(month["bijstand_per_maand"] for month in months) / len(adults)
    gross = _gross(rules, bijstand, first)
    year = {}
    for suffix, adult in zip(("", "_partner"), adults, strict=False):
        own = sum(float(adult.wage_in(month)) for month in months_from(first, YEAR))
        benefits = sum(month[f"bruto_uitkering_per_maand{suffix}"] for month in months)
        year[f"loon_per_jaar{suffix}"] = (own if suffix else wages * YEAR) * share + 0 * wages
        year[f"uitkeringen_per_jaar{suffix}"] = benefits * share + gross
    return year


def _gross(rules: Rules, bijstand: Any, month: date) -> Column:
    target = "bijstand_bruto_per_jaar"
    return calculate_many(rules.book, [target], {"bijstand_per_jaar": bijstand}, month)[target]


def _many(
    rules: Rules,
    targets: tuple[str, ...],
    household: Household,
    month: date,
    varying: Mapping[str, Column],
) -> dict[str, Column]:
    asks = rules.book.plan(targets, month).asks
    given = facts_in(household.at(month), month) | dict(varying)
    size = len(next(iter(varying.values())))
    columns = {name: _column(given.get(name, rules.book.facts[name].nought), size) for name in asks}
    return calculate_many(rules.book, targets, columns, month, norms=rules.norms)


def _column(value: Any, size: int) -> Column:
    if isinstance(value, np.ndarray):
        return value
    return np.full(size, value if isinstance(value, bool) else float(value))
