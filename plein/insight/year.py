"""A calendar year out of its months: what both adults earn in it, and their tax."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from plein.insight.facts import YEAR, YearIncome
from plein.insight.household import Household
from plein.insight.year_tax import tax_facts, tax_targets
from plein.rules.of_municipality import Rules
from plein.rules.outcome import Outcome

GROSS = "bruto_uitkering_per_maand"


@dataclass(frozen=True)
class Year:
    incomes: dict[int, YearIncome]
    tax: Outcome | None


@dataclass(frozen=True)
class YearBijstand:
    """Of each adult; gross is with the tax that the municipality pays over it."""

    net: Decimal = Decimal(0)
    gross: Decimal = Decimal(0)

    @property
    def tax(self) -> Decimal:
        """Gross is in whole euros: without tax it can lie some cents below net."""
        return max(Decimal(0), self.gross - self.net)


def year_of(rules: Rules, household: Household, year: int, earned: Mapping[date, Outcome]) -> Year:
    """Income counts with holiday allowance; the tax is worked out without it, on both sides."""
    first, plain = date(year, 1, 1), _incomes(household, earned, Decimal(0))
    bijstand = _bijstand(rules, len(plain), year, earned)
    grown = _incomes(household, earned, rules.with_holiday(first) - 1)
    taxed = {number: each.plus(bijstand.gross) for number, each in plain.items()}
    facts = tax_facts(household, year, earned, taxed, bijstand.tax)
    tax = None
    if facts is not None:
        targets = tax_targets(household.at(first))
        tax, _missing = rules.what_can_be(targets, facts, first)
    return Year({number: each.plus(bijstand.gross) for number, each in grown.items()}, tax)


def _incomes(
    household: Household, earned: Mapping[date, Outcome], holiday: Decimal
) -> dict[int, YearIncome]:
    """Gross in a year, with this part of it as holiday allowance; without bijstand.

    Of a partner who is there for a part of the year, the whole year is taken to be like that part.
    """
    adults = {month: household.at(month).adults for month in earned}
    found = {}
    for number in range(max(map(len, adults.values()))):
        whose = "_partner" if number else ""
        there = {month: who[number] for month, who in adults.items() if number < len(who)}
        share = Decimal(YEAR) / len(there)
        wages = sum((adult.wage_in(month) for month, adult in there.items()), Decimal(0))
        benefits = sum((_benefits(earned[month], whose, holiday) for month in there), Decimal(0))
        found[number] = YearIncome(wages * (1 + holiday) * share, benefits * share)
    return found


def _benefits(month: Outcome, whose: str, holiday: Decimal) -> Decimal:
    """AOW has a holiday allowance of its own, and a pension has none (AOW art. 29)."""
    gross, aow, pension, of_aow = (
        Decimal(month.values.get(name + whose, 0))
        for name in (GROSS, "aow_per_maand", "pensioen_per_maand", "aow_vakantiegeld_per_maand")
    )
    return gross + (gross - aow - pension) * holiday + (of_aow if holiday else 0)


def _bijstand(rules: Rules, adults: int, year: int, earned: Mapping[date, Outcome]) -> YearBijstand:
    every = (Decimal(month.values.get("bijstand_per_maand", 0)) for month in earned.values())
    net = sum(every, Decimal(0)) / adults
    if not net:
        return YearBijstand()
    target = "bijstand_bruto_per_jaar"
    gross = rules.calculate([target], {"bijstand_per_jaar": net}, date(year, 1, 1))[target]
    return YearBijstand(net, gross)
