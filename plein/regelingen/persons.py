"""Two adults: what is about one person is written once, and holds for the partner as well.

A fact or rule that is `per_person` gets a twin whose name ends in `_partner`. In the twin of a rule
each argument that is per person is that of the partner; what is of the household stays.
"""

from collections.abc import Collection, Mapping
from dataclasses import replace

from plein.rules.facts import Fact
from plein.rules.rule import Rule

PARTNER = "_partner"


def facts_of_both(facts: Mapping[str, Fact]) -> dict[str, Fact]:
    twins = {
        name + PARTNER: replace(fact, name=name + PARTNER, label=f"{fact.label} (uw partner)")
        for name, fact in facts.items()
        if fact.per_person
    }
    return {**facts, **twins}


def rules_of_both(rules: Collection[Rule], facts: Mapping[str, Fact]) -> list[Rule]:
    doubled = {fact.name for fact in facts.values() if fact.per_person}
    doubled |= {each.name for each in rules if each.per_person}
    return [*rules, *(_twin(each, doubled) for each in rules if each.per_person)]


def _twin(rule: Rule, doubled: Collection[str]) -> Rule:
    arguments = [name + PARTNER if name in doubled else name for name in rule.arguments]
    return replace(rule, name=rule.name + PARTNER, arguments=tuple(arguments))
