"""Month after month: first what is earned, then from the whole year what the toeslagen are.

There is no circle: toeslagen are no means for bijstand, and bijstand does count for toeslagen.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from plein.insight.facts import YEAR, YearIncome, facts_in
from plein.insight.household import Household
from plein.insight.months import month_of, months_from, part_of
from plein.rules.book import RuleBook
from plein.rules.calculate import calculate
from plein.rules.norms import Norms
from plein.rules.outcome import Outcome

EARNED = ("netto_loon_per_maand", "netto_uitkering_per_maand")
BIJSTAND = ("bijstand_per_maand", "bijstand_uitbetaald_per_maand", "vakantietoeslag_gereserveerd")
TOESLAGEN = (
    "zorgtoeslag_per_maand",
    "huurtoeslag_per_maand",
    "kindgebonden_budget_per_maand",
    "kinderbijslag_per_kwartaal",
)
GROSS = ("bruto_uitkering_per_maand",)


@dataclass(frozen=True)
class Rules:
    """With what is calculated: the book, and the norms of a municipality over it."""

    book: RuleBook
    norms: Norms | None = None

    def calculate(
        self,
        targets: Collection[str],
        facts: Mapping[str, Any],
        day: date,
        known: Mapping[str, Any] | None = None,
    ) -> Outcome:
        """What the household did not say is nought or no."""
        asks = self.book.plan(targets, day, (known or {}).keys()).asks
        nought = {name: self.book.facts[name].nought for name in asks}
        given = {name: facts[name] for name in facts.keys() & asks}
        return calculate(self.book, targets, nought | given, day, known=known, norms=self.norms)

    def with_holiday(self, day: date) -> Decimal:
        """By what a gross wage or WW grows in a year: 1 and the holiday allowance."""
        norms = self.norms or self.book.norms
        return Decimal(1 + norms.on(day)["minimumloon"].vakantiebijslag)


@dataclass(frozen=True)
class Month:
    """Everything that holds for one month; amounts are euros."""

    first: date
    earned: Outcome
    toeslagen: Outcome
    facts: Mapping[str, Any]  # of that month, with the income of the year

    def __getitem__(self, name: str) -> Decimal:
        return Decimal(self.outcome_of(name)[name])

    def outcome_of(self, name: str) -> Outcome:
        return self.earned if name in self.earned.values else self.toeslagen


def timeline(rules: Rules, household: Household, start: date, count: int) -> list[Month]:
    """So many months from the one of `start`. Raises as `calculate`."""
    months = list(months_from(month_of(start), count))
    years = sorted({month.year for month in months})
    earned = {
        month: _earned(rules, household.at(month), month)
        for year in years
        for month in months_from(date(year, 1, 1), YEAR)
    }
    incomes = {year: _incomes(rules, household, year, earned) for year in years}
    return [
        _month(rules, household.at(month), earned[month], incomes[month.year]) for month in months
    ]


def _month(
    rules: Rules, household: Household, earned: Outcome, incomes: Mapping[int, YearIncome]
) -> Month:
    facts = facts_in(household, earned.day, incomes)
    return Month(earned.day, earned, rules.calculate(TOESLAGEN, facts, earned.day), facts)


def _earned(rules: Rules, household: Household, month: date) -> Outcome:
    """Wages and benefits after tax, and the bijstand that fills up to the norm."""
    facts = facts_in(household, month)
    known = _partial_ww(rules, household, facts, month)
    starts = household.applies_for_bijstand_from
    targets = [*EARNED, *GROSS]
    if household.partner:
        targets += [f"{name}_partner" for name in (*EARNED, *GROSS)]
    if starts is None or month < month_of(starts):
        return rules.calculate(targets, facts, month, known | dict.fromkeys(BIJSTAND, Decimal(0)))
    return rules.calculate([*targets, *BIJSTAND], facts, month, known)


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


def _incomes(
    rules: Rules, household: Household, year: int, earned: Mapping[date, Outcome]
) -> dict[int, YearIncome]:
    """Gross in a year; bijstand counts with the tax that the municipality pays over it.

    Of a partner who is there for a part of the year, the whole year is taken to be like that part.
    """
    months = {month: earned[month] for month in months_from(date(year, 1, 1), YEAR)}
    found = {}
    for number, adult in enumerate(household.adults):
        name = "bruto_uitkering_per_maand" + ("_partner" if number else "")
        there = {month: each for month, each in months.items() if name in each.values}
        share = rules.with_holiday(date(year, 1, 1)) * YEAR / max(1, len(there))
        wages = sum((adult.wage_in(month) for month in there), Decimal(0))
        benefits = sum((Decimal(each[name]) for each in there.values()), Decimal(0))
        found[number] = YearIncome(wages * share, benefits * share)
    bijstand = sum((Decimal(month["bijstand_per_maand"]) for month in months.values()), Decimal(0))
    return _with_bijstand(rules, found, bijstand, year)


def _with_bijstand(
    rules: Rules, incomes: dict[int, YearIncome], net: Decimal, year: int
) -> dict[int, YearIncome]:
    """Half of it is the partner's, where there is one."""
    if not net:
        return incomes
    target, share = "bijstand_bruto_per_jaar", net / len(incomes)
    gross = rules.calculate([target], {"bijstand_per_jaar": share}, date(year, 1, 1))[target]
    return {
        number: YearIncome(income.wages, income.benefits + gross)
        for number, income in incomes.items()
    }
