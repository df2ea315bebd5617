"""What came out, and why: each amount with its article, its norms and the facts under it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from plein.rules.facts import Fact, FactType
from plein.rules.norms import Confidence, Dated, Norm, Norms
from plein.rules.rule import EURO, Rule


class Origin(StrEnum):
    RULE = "regel"
    FACT = "gegeven"
    ACTUAL = "werkelijk bedrag"


@dataclass(frozen=True)
class Step:
    rule: Rule
    norms: tuple[Norm, ...]


@dataclass(frozen=True)
class UsedNorm:
    norm: Norm
    figure: Dated
    is_local: bool
    is_due: bool  # a newer figure was due by that day and is not known

    @property
    def is_sure(self) -> bool:
        return self.figure.confidence is not Confidence.UNVERIFIED and not self.is_due


@dataclass(frozen=True)
class Explanation:
    """A node of the tree: a value, where it comes from, and what lies under it."""

    name: str
    value: Any
    origin: Origin
    says: str = ""  # of a rule its sense, of a fact its label
    law: str = ""
    source: str = ""
    unit: str = ""  # of a rule: euro, or what it counts
    fact_type: FactType | None = None
    norms: tuple[UsedNorm, ...] = ()
    parts: tuple["Explanation", ...] = ()

    def walk(self, depth: int = 0) -> Iterator[tuple[int, "Explanation"]]:
        yield depth, self
        for part in self.parts:
            yield from part.walk(depth + 1)

    @property
    def unsure_norms(self) -> list[UsedNorm]:
        found = [used for _depth, node in self.walk() for used in node.norms if not used.is_sure]
        return list({(each.norm.regeling, each.norm.name): each for each in found}.values())


@dataclass(frozen=True)
class Outcome:
    """Amounts are euros as `Decimal`, conditions booleans."""

    day: date
    targets: tuple[str, ...]
    values: Mapping[str, Any]
    steps: Mapping[str, Step]
    known: Mapping[str, Any]
    known_says: Mapping[str, str]  # of the rules that known amounts stand in for
    given: Mapping[str, Any]
    norms: Norms
    facts: Mapping[str, Fact]
    _told: dict[str, Explanation] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def __getitem__(self, name: str) -> Any:
        return self.values[name]

    def is_sure(self, name: str) -> bool:
        """Whether each norm under it was checked, and none is due for a newer figure."""
        seen: set[str] = set()
        todo = [name]
        while todo:
            part = todo.pop()
            if part in seen or part not in self.steps:
                continue
            seen.add(part)
            step = self.steps[part]
            if not all(self._used(norm).is_sure for norm in step.norms):
                return False
            todo += step.rule.arguments
        return True

    def explain(self, name: str) -> Explanation:
        """The tree under one value. A part that is used twice stands in it twice, made once."""
        if name not in self._told:
            self._told[name] = self._explained(name)
        return self._told[name]

    def _explained(self, name: str) -> Explanation:
        value = self.values[name]
        if name in self.known:
            return Explanation(name, value, Origin.ACTUAL, self.known_says[name], unit=EURO)
        if name not in self.steps:
            fact = self.facts[name]
            return Explanation(
                name,
                value,
                Origin.FACT,
                fact.label,
                source=fact.source,
                fact_type=fact.type,
            )
        step = self.steps[name]
        parts = [each for each in step.rule.arguments if each in self.values]
        return Explanation(
            name,
            value,
            Origin.RULE,
            step.rule.says,
            step.rule.law,
            unit=step.rule.unit,
            norms=tuple(self._used(norm) for norm in step.norms),
            parts=tuple(self.explain(part) for part in parts),
        )

    def _used(self, norm: Norm) -> UsedNorm:
        return UsedNorm(
            norm, norm.on(self.day), self.norms.is_local(norm), norm.is_due_on(self.day)
        )
