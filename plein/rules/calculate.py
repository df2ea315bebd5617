"""One household on `Decimal` with a reason for each amount, or many on arrays with amounts only."""

from collections.abc import Collection, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import numpy as np

from plein.rules.book import RuleBook
from plein.rules.facts import read_facts
from plein.rules.norms import Norm, Norms, Reading
from plein.rules.outcome import Outcome, Step
from plein.rules.refusals import FactsMissing


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
        values[rule.name] = rule.body(*arguments)
        steps[rule.name] = Step(rule, tuple(used))
    return Outcome(day, tuple(targets), values, steps, known, given, norms, book.facts)


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

    Raises `UnknownName`, `FactsMissing`, `NormMissing`, `NoRuleOnDay`.
    """
    known, norms = known or {}, norms or book.norms
    plan = book.plan(targets, day, known.keys())
    if missing := plan.asks - facts.keys():
        raise FactsMissing(missing)
    values: dict[str, Any] = {**norms.on(day, float), **facts, **known}
    for rule in plan.steps:
        values[rule.name] = rule.body(*[values[name] for name in rule.arguments])
    size = len(next(iter(facts.values()))) if facts else 1
    return {name: np.broadcast_to(np.asarray(values[name]), (size,)) for name in targets}
