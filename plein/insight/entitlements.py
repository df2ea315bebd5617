"""What somebody may be entitled to and does not seem to have: about how much, and how sure."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from plein.insight.household import Household
from plein.insight.timeline import Month, timeline
from plein.kernel.months import month_of
from plein.rules.of_municipality import Rules
from plein.rules.outcome import Outcome
from plein.rules.refusals import NormMissing, NoRuleOnDay


@dataclass(frozen=True)
class Entitlement:
    """One target that comes out above nought, or as yes; how it came about is in `outcome`."""

    target: str  # the rule that says how much, or whether at all
    outcome: Outcome

    @property
    def amount(self) -> Decimal | None:
        """Euros, over the period that the rule is about; none where it only says yes."""
        value = self.outcome[self.target]
        return None if isinstance(value, bool) else Decimal(value)

    @property
    def is_unsure(self) -> bool:
        """A figure under it was not checked, or is due."""
        return bool(tuple(self.outcome.explain(self.target).unsure_norms))


@dataclass(frozen=True)
class Unknown:
    """What cannot be worked out: a figure is missing, and this says which and since when."""

    target: str
    reason: str


def applying_now(household: Household, day: date) -> Household:
    """As if somebody applies for everything in this month."""
    return replace(household, applies_for_bijstand_from=month_of(day))


def unused(
    rules: Rules, household: Household, day: date, targets: Collection[str]
) -> tuple[list[Entitlement], list[Unknown]]:
    """Of these targets, what somebody seems to have a right to, and what we cannot say."""
    (month,) = timeline(rules, applying_now(household, day), day, 1)
    found = list(_each(rules, month, targets))
    return (
        [each for each in found if isinstance(each, Entitlement) and each.outcome[each.target] > 0],
        [each for each in found if isinstance(each, Unknown)],
    )


def _each(rules: Rules, month: Month, targets: Collection[str]) -> Iterator[Entitlement | Unknown]:
    for target in targets:
        try:
            yield Entitlement(target, outcome_with(rules, month, target))
        except (NormMissing, NoRuleOnDay) as reason:
            yield Unknown(target, str(reason))


def outcome_with(rules: Rules, month: Month, target: str) -> Outcome:
    """Of what the month has already; else worked out from its facts. Raises as `calculate`."""
    found = month.outcome_of(target)
    if target in found.values:
        return found
    return rules.calculate([target], month.facts, month.first)
