"""A condition that was read: a closed set of parts. None of them runs code."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from plein.journeys.values import Value

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
    def judged(self, answers: Answers) -> bool | None:
        """As `holds`, but None where an answer that is missing makes the difference."""

    @abstractmethod
    def comparisons(self) -> Iterator["Comparing"]: ...

    @property
    def names(self) -> frozenset[str]:
        return frozenset(name for each in self.comparisons() for name in each.mentioned)


@dataclass(frozen=True, slots=True)
class Comparing(Condition):
    """A leaf: what it says of one question."""

    name: str

    @property
    def mentioned(self) -> tuple[str, ...]:
        return (self.name,)

    def judged(self, answers: Answers) -> bool | None:
        return self.holds(answers) if answers.keys() >= set(self.mentioned) else None

    def comparisons(self) -> Iterator["Comparing"]:
        yield self


@dataclass(frozen=True, slots=True)
class Joined(Condition):
    """Two or more parts with the same word between them."""

    word: ClassVar[str]
    parts: tuple[Condition, ...]

    def __str__(self) -> str:
        return f" {self.word} ".join(map(_within, self.parts))

    def comparisons(self) -> Iterator[Comparing]:
        for part in self.parts:
            yield from part.comparisons()


class Every(Joined):
    __slots__ = ()
    word = "and"

    def holds(self, answers: Answers) -> bool:
        return all(part.holds(answers) for part in self.parts)

    def judged(self, answers: Answers) -> bool | None:
        found = [part.judged(answers) for part in self.parts]
        return False if False in found else None if None in found else True


class Some(Joined):
    __slots__ = ()
    word = "or"

    def holds(self, answers: Answers) -> bool:
        return any(part.holds(answers) for part in self.parts)

    def judged(self, answers: Answers) -> bool | None:
        found = [part.judged(answers) for part in self.parts]
        return True if True in found else None if None in found else False


@dataclass(frozen=True, slots=True)
class Not(Condition):
    part: Condition

    def __str__(self) -> str:
        return f"not {_within(self.part)}"

    def comparisons(self) -> Iterator[Comparing]:
        return self.part.comparisons()

    def holds(self, answers: Answers) -> bool:
        return not self.part.holds(answers)

    def judged(self, answers: Answers) -> bool | None:
        found = self.part.judged(answers)
        return None if found is None else not found


def _within(part: Condition) -> str:
    return f"({part})" if isinstance(part, Joined) else str(part)
