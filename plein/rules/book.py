"""All rules, facts and norms together: checked once, then asked for plans and amounts."""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from graphlib import TopologicalSorter
from typing import Any

from plein.rules.facts import Fact
from plein.rules.norms import Norms
from plein.rules.refusals import NoRuleOnDay, UnknownName
from plein.rules.rule import Rule


@dataclass(frozen=True)
class Plan:
    """Which rules, in which order; and exactly the facts that are needed for them."""

    steps: tuple[Rule, ...]
    asks: frozenset[str]


class RuleBook:
    def __init__(self, rules: Iterable[Rule], facts: Mapping[str, Fact], norms: Norms) -> None:
        self.rules: dict[str, list[Rule]] = {}
        for each in rules:
            self.rules.setdefault(each.name, []).append(each)
        self.facts, self.norms = facts, norms
        every = [rule for own in self.rules.values() for rule in own]
        self._edges = sorted({day for rule in every for day in (rule.from_, rule.until) if day})
        self._plans: dict[tuple[Any, ...], Plan] = {}

    def rule_on(self, name: str, day: date) -> Rule:
        """The rule of this name that holds on this day. Raises `NoRuleOnDay`."""
        for each in self.rules[name]:
            if each.holds_on(day):
                return each
        raise NoRuleOnDay(name, day)

    def says(self, name: str) -> str:
        """What a rule or fact is, in one sentence; empty for a name that is neither."""
        if name in self.rules:
            return self.rules[name][0].says
        return self.facts[name].label if name in self.facts else ""

    def plan(
        self, targets: Collection[str], day: date, known: Collection[str] = frozenset()
    ) -> Plan:
        """Walk back from what is wanted; what is known already is not worked out.

        Raises `UnknownName` and `NoRuleOnDay`.
        """
        if unknown := {name for name in targets if name not in self.rules}:
            raise UnknownName(unknown)
        key = (frozenset(targets), frozenset(known), self._regime(day))
        if key not in self._plans:
            self._plans[key] = self._walk(targets, day, frozenset(known))
        return self._plans[key]

    def _walk(self, targets: Collection[str], day: date, known: frozenset[str]) -> Plan:
        graph: dict[str, list[str]] = {}
        asks: set[str] = set()
        todo = [name for name in targets if name not in known]
        while todo:
            name = todo.pop()
            if name in graph or name in known or name in self.norms.regelingen:
                continue
            if name not in self.rules:
                asks.add(name)
                continue
            arguments = self.rule_on(name, day).arguments
            graph[name] = [each for each in arguments if each in self.rules and each not in known]
            todo += arguments
        order = TopologicalSorter(graph).static_order()
        return Plan(tuple(self.rule_on(name, day) for name in order), frozenset(asks))

    def _regime(self, day: date) -> int:
        """How many changes of regime lie behind this day: days between two share their plans."""
        return bisect_right(self._edges, day)
