"""What must be true of a rule book before it answers anything; every problem by name."""

from collections.abc import Callable, Iterator
from graphlib import CycleError, TopologicalSorter
from itertools import combinations
from types import FunctionType
from typing import Any

from plein.rules.book import RuleBook
from plein.rules.refusals import RulesDoNotFit
from plein.rules.rule import Rule


def check(book: RuleBook) -> None:
    """Raises `RulesDoNotFit` with every problem."""
    if problems := sorted(problems_of(book)):
        raise RulesDoNotFit(problems)


def problems_of(book: RuleBook) -> Iterator[str]:
    yield from _unlawful(book)
    yield from _unknown(book)
    yield from _double(book)
    yield from _in_circles(book)
    yield from _unused(book)
    yield from _unfounded(book)


def _all(book: RuleBook) -> Iterator[Rule]:
    for rules in book.rules.values():
        yield from rules


def _unlawful(book: RuleBook) -> Iterator[str]:
    for rule in _all(book):
        if not rule.law.strip():
            yield f"rule {rule.name} names no law"
        if not rule.says:
            yield f"rule {rule.name} does not say what it is"


def _unknown(book: RuleBook) -> Iterator[str]:
    for rule in _all(book):
        for name in rule.arguments:
            if not (name in book.rules or name in book.facts or name in book.norms.regelingen):
                yield f"rule {rule.name} asks for {name}, which nobody declares"


def _double(book: RuleBook) -> Iterator[str]:
    for name, rules in book.rules.items():
        if name in book.facts or name in book.norms.regelingen:
            yield f"{name} is a rule and something else as well"
        for one, other in combinations(rules, 2):
            if _overlap(one, other):
                yield f"two rules {name} hold on one day"
    for name in book.facts.keys() & book.norms.regelingen:
        yield f"{name} is a fact and a regeling"


def _overlap(one: Rule, other: Rule) -> bool:
    starts = [rule.from_ for rule in (one, other) if rule.from_]
    ends = [rule.until for rule in (one, other) if rule.until]
    return not (starts and ends) or max(starts) < min(ends)


def _in_circles(book: RuleBook) -> Iterator[str]:
    graph = {
        name: {each for rule in rules for each in rule.arguments if each in book.rules}
        for name, rules in book.rules.items()
    }
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as cycle:
        yield f"rules in a circle: {' <- '.join(cycle.args[1])}"


def _unused(book: RuleBook) -> Iterator[str]:
    """A fact that no rule asks for, and a norm that no body names, is a mistake or a leftover."""
    asked = {name for rule in _all(book) for name in rule.arguments}
    for name in sorted(book.facts.keys() - asked):
        yield f"fact {name} is asked by no rule"
    named = {word for rule in _all(book) for word in names_in(rule.body)}
    for regeling in sorted(book.norms.regelingen):
        for norm in book.norms.of(regeling).values():
            if norm.name not in named:
                yield f"norm {regeling}.{norm.name} is used by no rule"


def names_in(body: Callable[..., Any]) -> Iterator[str]:
    """Every name in a body, and in the functions that it shares with other rules."""
    code, known = getattr(body, "__code__", None), getattr(body, "__globals__", {})
    for name in code.co_names if code else ():
        yield name
        if isinstance(known.get(name), FunctionType):
            yield from names_in(known[name])


def _unfounded(book: RuleBook) -> Iterator[str]:
    for regeling in book.norms.regelingen:
        for norm in book.norms.of(regeling).values():
            if not (norm.values or norm.municipal or norm.missing):
                yield f"norm {regeling}.{norm.name} has no figure"
            if not norm.law or any(not figure.sources for figure in norm.values):
                yield f"norm {regeling}.{norm.name} lacks a law or a source"
