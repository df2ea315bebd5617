"""One household on `Decimal` with a reason for each amount, or many on arrays with amounts only."""

from collections.abc import Collection, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import numpy as np

from plein.rules.book import RuleBook
from plein.rules.facts import read_facts
from plein.rules.missing import Missing
from plein.rules.norms import Norm, Norms, Reading
from plein.rules.outcome import Outcome, Step
from plein.rules.refusals import FactsMissing, NormMissing
from plein.rules.rule import Rule


def calculate(
    book: RuleBook,
    targets: Collection[str],
    facts: Mapping[str, Any],
    day: date,
    *,
    known: Mapping[str, Any] | None = None,
    norms: Norms | None = None,
) -> Outcome:
    """The targets on this day. `known` are actual amounts that stand in for rules.

    A norm that we do not have matters only to targets that depend on it for this household.
    Raises `UnknownName`, `FactsMissing`, `ImpossibleFact`, `NormMissing`, `NoRuleOnDay`.
    """
    known, norms = dict(known or {}), norms or book.norms
    plan = book.plan(targets, day, known.keys())
    given = read_facts(book.facts, {name: facts[name] for name in facts.keys() & plan.asks})
    if missing := plan.asks - given.keys():
        raise FactsMissing(missing)
    values: dict[str, Any] = {**given, **known}
    spaces, steps = norms.on(day, Decimal), {}
    for rule in plan.steps:
        used: list[Norm] = []
        arguments = [
            Reading(spaces[name], used) if name in spaces else values[name]
            for name in rule.arguments
        ]
        values[rule.name] = _worked_out(rule, arguments)
        steps[rule.name] = Step(rule, tuple(used))
    found = _without_missing(values, targets)
    steps = {name: step for name, step in steps.items() if name in found}
    says = {name: book.says(name) for name in known}
    return Outcome(day, tuple(targets), found, steps, known, says, given, norms, book.facts)


def _worked_out(rule: Rule, arguments: list[Any]) -> Any:
    try:
        return rule.body(*arguments)
    except NormMissing as reason:
        return Missing(reason)


def _without_missing(values: Mapping[str, Any], targets: Collection[str]) -> dict[str, Any]:
    """What could be worked out. Raises `NormMissing` where a target could not."""
    for name in targets:
        if isinstance(values[name], Missing):
            raise values[name].reason
    return {name: value for name, value in values.items() if not isinstance(value, Missing)}


def calculate_many(
    book: RuleBook,
    targets: Collection[str],
    facts: Mapping[str, np.ndarray],
    day: date,
    *,
    known: Mapping[str, np.ndarray] | None = None,
    norms: Norms | None = None,
) -> dict[str, np.ndarray]:
    """The targets for every household at once; facts are columns of numbers or booleans.

    Any norm that a rule names must be there: one of so many households will need it.
    Raises `UnknownName`, `FactsMissing`, `NormMissing`, `NoRuleOnDay`.
    """
    known, norms = known or {}, norms or book.norms
    plan = book.plan(targets, day, known.keys())
    if missing := plan.asks - facts.keys():
        raise FactsMissing(missing)
    given = {**facts, **known}
    values: dict[str, Any] = {**norms.on(day, float), **given}
    for rule in plan.steps:
        values[rule.name] = rule.body(*[values[name] for name in rule.arguments])
    size = len(next(iter(given.values()))) if given else 1
    return {name: np.broadcast_to(np.asarray(values[name]), (size,)) for name in targets}
