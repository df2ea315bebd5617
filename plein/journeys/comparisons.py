"""The three things that a condition can say of a question."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from plein.journeys.tree import Answers, Comparing
from plein.journeys.values import compare

Literal = bool | Decimal | str | date


@dataclass(frozen=True, slots=True)
class Name:
    """Another question, to compare with."""

    key: str

    def __str__(self) -> str:
        return self.key


@dataclass(frozen=True, slots=True)
class Comparison(Comparing):
    """`kinderen >= 1`, `woonsituatie == "samen"`, `begin < einde`."""

    sign: str
    other: Literal | Name

    def __str__(self) -> str:
        return f"{self.name} {self.sign} {written(self.other)}"

    @property
    def mentioned(self) -> tuple[str, ...]:
        return (self.name, self.other.key) if isinstance(self.other, Name) else (self.name,)

    def holds(self, answers: Answers) -> bool:
        left = answers.get(self.name)
        right = answers.get(self.other.key) if isinstance(self.other, Name) else self.other
        return left is not None and right is not None and compare(left, self.sign, right)


@dataclass(frozen=True, slots=True)
class IsIn(Comparing):
    """`woonsituatie in ["samen", "anders"]`."""

    values: tuple[Literal, ...]

    def __str__(self) -> str:
        return f"{self.name} in [{', '.join(map(written, self.values))}]"

    def holds(self, answers: Answers) -> bool:
        found = answers.get(self.name)
        return found is not None and any(compare(found, "==", each) for each in self.values)


@dataclass(frozen=True, slots=True)
class Contains(Comparing):
    """`"huur" in kosten`, where more than one choice may be made."""

    choice: str

    def __str__(self) -> str:
        return f"{written(self.choice)} in {self.name}"

    def holds(self, answers: Answers) -> bool:
        found = answers.get(self.name)
        return isinstance(found, tuple) and self.choice in found


def written(value: Literal | Name) -> str:
    """As it stands in a condition."""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, str):
        return f"'{value}'" if '"' in value else f'"{value}"'
    return str(value)
