"""A condition that was read: a closed set of parts. None of them runs code."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from plein.intake.values import Value, compare

Literal = bool | Decimal | str | date
Answers = Mapping[str, Value]


class Condition(ABC):
    """`str()` writes it as `read_condition` reads it.

    A question without an answer makes every comparison with it false. So `x != "a"` is false
    then, while `not x == "a"` is true.
    """

    __slots__ = ()

    @abstractmethod
    def holds(self, answers: Answers) -> bool: ...

    @abstractmethod
    def comparisons(self) -> Iterator["Comparison | IsIn | Contains"]: ...

    @property
    def names(self) -> frozenset[str]:
        return frozenset(name for each in self.comparisons() for name in each.mentioned)


@dataclass(frozen=True, slots=True)
class Name:
    """Another question, to compare with."""

    key: str

    def __str__(self) -> str:
        return self.key


@dataclass(frozen=True, slots=True)
class Comparison(Condition):
    """`kinderen >= 1`, `woonsituatie == "samen"`, `begin < einde`."""

    name: str
    sign: str
    other: Literal | Name

    def __str__(self) -> str:
        return f"{self.name} {self.sign} {written(self.other)}"

    @property
    def mentioned(self) -> tuple[str, ...]:
        return (self.name, self.other.key) if isinstance(self.other, Name) else (self.name,)

    def comparisons(self) -> Iterator["Comparison | IsIn | Contains"]:
        yield self

    def holds(self, answers: Answers) -> bool:
        left = answers.get(self.name)
        right = answers.get(self.other.key) if isinstance(self.other, Name) else self.other
        return left is not None and right is not None and compare(left, self.sign, right)


@dataclass(frozen=True, slots=True)
class IsIn(Condition):
    """`woonsituatie in ["samen", "anders"]`."""

    name: str
    values: tuple[Literal, ...]

    def __str__(self) -> str:
        return f"{self.name} in [{', '.join(map(written, self.values))}]"

    @property
    def mentioned(self) -> tuple[str, ...]:
        return (self.name,)

    def comparisons(self) -> Iterator["Comparison | IsIn | Contains"]:
        yield self

    def holds(self, answers: Answers) -> bool:
        found = answers.get(self.name)
        return found is not None and any(compare(found, "==", each) for each in self.values)


@dataclass(frozen=True, slots=True)
class Contains(Condition):
    """`"huur" in kosten`, where more than one choice may be made."""

    choice: str
    name: str

    def __str__(self) -> str:
        return f"{written(self.choice)} in {self.name}"

    @property
    def mentioned(self) -> tuple[str, ...]:
        return (self.name,)

    def comparisons(self) -> Iterator["Comparison | IsIn | Contains"]:
        yield self

    def holds(self, answers: Answers) -> bool:
        found = answers.get(self.name)
        return isinstance(found, tuple) and self.choice in found


@dataclass(frozen=True, slots=True)
class Every(Condition):
    parts: tuple[Condition, ...]

    def __str__(self) -> str:
        return " and ".join(map(_within, self.parts))

    def comparisons(self) -> Iterator[Comparison | IsIn | Contains]:
        for part in self.parts:
            yield from part.comparisons()

    def holds(self, answers: Answers) -> bool:
        return all(part.holds(answers) for part in self.parts)


@dataclass(frozen=True, slots=True)
class Some(Condition):
    parts: tuple[Condition, ...]

    def __str__(self) -> str:
        return " or ".join(map(_within, self.parts))

    def comparisons(self) -> Iterator[Comparison | IsIn | Contains]:
        for part in self.parts:
            yield from part.comparisons()

    def holds(self, answers: Answers) -> bool:
        return any(part.holds(answers) for part in self.parts)


@dataclass(frozen=True, slots=True)
class Not(Condition):
    part: Condition

    def __str__(self) -> str:
        return f"not {_within(self.part)}"

    def comparisons(self) -> Iterator[Comparison | IsIn | Contains]:
        return self.part.comparisons()

    def holds(self, answers: Answers) -> bool:
        return not self.part.holds(answers)


def written(value: Literal | Name) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, str):
        return f"'{value}'" if '"' in value else f'"{value}"'
    return str(value)


def _within(part: Condition) -> str:
    return f"({part})" if isinstance(part, Every | Some) else str(part)
