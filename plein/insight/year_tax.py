"""What the tax of a year is worked out from, beside what is withheld in its months.

Without holiday allowance on either side: what is withheld of that follows a table of its own. In a
year in which somebody comes, goes or reaches the AOW age the law counts by months; then there is
no amount.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from plein.insight.facts import YEAR, YearIncome, facts_in
from plein.insight.household import Household
from plein.rules.outcome import Outcome

WITHHELD = ("loonheffing_per_maand", "heffing_op_uitkering_per_maand")


def tax_facts(
    household: Household,
    year: int,
    earned: Mapping[date, Outcome],
    incomes: Mapping[int, YearIncome],
    taxed_bijstand: Decimal,
) -> dict[str, Any] | None:
    """Ages are those of 1 January (Wet IB 2001 art. 8.14a). Nothing for a year that changes."""
    first, last = (household.at(date(year, month, 1)) for month in (1, YEAR))
    if first != last or _becomes_old(earned):
        return None
    facts = facts_in(first, date(year, 1, 1), incomes)
    for suffix in _suffixes(first):
        facts[f"ingehouden_belasting_per_jaar{suffix}"] = taxed_bijstand + sum(
            (Decimal(month[name + suffix]) for month in earned.values() for name in WITHHELD),
            Decimal(0),
        )
    return facts


def tax_targets(household: Household) -> list[str]:
    return [f"belasting_terug_per_jaar{suffix}" for suffix in _suffixes(household)]


def _suffixes(household: Household) -> tuple[str, ...]:
    return ("", "_partner") if household.partner else ("",)


def _becomes_old(earned: Mapping[date, Outcome]) -> bool:
    """Somebody reaches the AOW age within these months."""
    names = ("heeft_aow_leeftijd", "heeft_aow_leeftijd_partner")
    first, *_others, last = (earned[month] for month in sorted(earned))
    return any(first.values.get(name) != last.values.get(name) for name in names)
