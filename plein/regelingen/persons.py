"""Two adults: what is about one person is written once, and holds for the partner as well.

A fact or rule that is `per_person` gets a twin whose name ends in `_partner`. In the twin of a rule
each argument that has a partner of its own is that of the partner; what is of the household stays.
"""

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from plein.rules.facts import Fact
from plein.rules.rule import Rule

PARTNER = "_partner"
TOGETHER = ("heeft_toeslagpartner", "heeft_gezamenlijke_huishouding", "woont_samen_voor_aow")


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
    doubled |= {each.name.removesuffix(PARTNER) for each in rules if each.name.endswith(PARTNER)}
    return [*rules, *(_twin(each, doubled) for each in rules if each.per_person)]


def _twin(rule: Rule, doubled: Collection[str]) -> Rule:
    arguments = [name + PARTNER if name in doubled else name for name in rule.arguments]
    return replace(rule, name=rule.name + PARTNER, arguments=tuple(arguments))


def nobody_beside(facts: Mapping[str, Any], declared: Mapping[str, Fact]) -> dict[str, Any]:
    """The facts, with nought and no for the partner of somebody who says to have none.

    With a partner, or where that was not said, nothing is filled in.
    """
    said = [facts[name] for name in TOGETHER if name in facts]
    if not said or any(said):
        return dict(facts)
    absent = {name: each.nought for name, each in declared.items() if name.endswith(PARTNER)}
    return absent | dict(facts)
