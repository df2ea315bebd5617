"""What somebody may be entitled to and does not seem to have: about how much, and how sure."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from plein.insight.calculating import Rules
from plein.insight.household import Household
from plein.insight.months import month_of
from plein.insight.timeline import timeline
from plein.rules.outcome import UsedNorm


@dataclass(frozen=True)
class Entitlement:
    target: str  # the rule that says how much
    amount: Decimal  # euros, over the period that the rule is about
    unsure: tuple[UsedNorm, ...]  # norms that were not checked, or are due


def unused(
    rules: Rules,
    household: Household,
    day: date,
    *,
    known_from: Mapping[str, str],
    has: Collection[str],
) -> list[Entitlement]:
    """Of these targets, what comes out above nought while no element says that somebody has it.

    `known_from` gives the element of the vault for each target; `has` are those that are there.
    """
    applying = replace(household, applies_for_bijstand_from=month_of(day))
    (month,) = timeline(rules, applying, day, 1)
    return [
        Entitlement(
            target, month[target], tuple(month.outcome_of(target).explain(target).unsure_norms)
        )
        for target, element in known_from.items()
        if element not in has and month[target] > 0
    ]
