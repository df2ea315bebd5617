"""Conditions as people write them: read once, without eval, into a tree."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from plein.journeys.comparisons import Comparison, Contains, IsIn, Literal, Name
from plein.journeys.tokens import END, ConditionDoesNotFit, Token, tokens_of
from plein.journeys.tree import Condition, Every, Not, Some
from plein.journeys.values import SIGNS

MOST_DEPTH = 12
_LITERALS: dict[str, Callable[[str], Literal]] = {
    "datum": date.fromisoformat,
    "getal": Decimal,
    "tekst": lambda text: text[1:-1],
    "ja": lambda _: True,
    "true": lambda _: True,
    "nee": lambda _: False,
    "false": lambda _: False,
}


def read_condition(text: str) -> Condition:
    """Raises `ConditionDoesNotFit`."""
    reader = _Reader(text)
    found = reader.some(depth=0)
    reader.take(END, instead_of="and of or")
    return found


class _Reader:
    """One method for each line of the grammar; `depth` counts what is open."""

    def __init__(self, text: str) -> None:
        self.left = list(tokens_of(text))[::-1]

    def some(self, depth: int) -> Condition:
        parts = [self.every(depth)]
        while self.takes("or"):
            parts.append(self.every(depth))
        return Some(tuple(parts)) if parts[1:] else parts[0]

    def every(self, depth: int) -> Condition:
        parts = [self.one(depth)]
        while self.takes("and"):
            parts.append(self.one(depth))
        return Every(tuple(parts)) if parts[1:] else parts[0]

    def one(self, depth: int) -> Condition:
        if depth > MOST_DEPTH:
            raise self.refuse(f"te diep, gebruik hooguit {MOST_DEPTH} haakjes of not in elkaar")
        if self.takes("not"):
            return Not(self.one(depth + 1))
        if self.takes("("):
            found = self.some(depth + 1)
            self.take(")", instead_of="een haakje )")
            return found
        return self.contains() if self.next.kind == "tekst" else self.comparison()

    def contains(self) -> Condition:
        choice = str(self.literal())
        self.take("in", instead_of="in; zet de naam van de vraag links van == of <")
        return Contains(self.name(), choice)

    def comparison(self) -> Condition:
        name = self.name()
        if self.takes("in"):
            return IsIn(name, self.values())
        if self.next.kind not in SIGNS:
            return Comparison(name, "==", True)
        sign = self.take(self.next.kind).kind
        other = Name(self.name()) if self.next.kind == "naam" else self.literal()
        return Comparison(name, sign, other)

    def values(self) -> tuple[Literal, ...]:
        self.take("[", instead_of='een lijst zoals ["samen", "anders"]')
        values = [self.literal()]
        while self.takes(","):
            values.append(self.literal())
        self.take("]", instead_of="een komma of ]")
        return tuple(values)

    def name(self) -> str:
        return self.take("naam", instead_of="de naam van een vraag").text

    def literal(self) -> Literal:
        token = self.next
        if token.kind not in _LITERALS:
            raise self.refuse('verwacht een tekst als "samen", een getal, een datum, ja of nee')
        try:
            found = _LITERALS[token.kind](token.text)
        except ValueError:
            raise self.refuse(f"de datum {token.text} bestaat niet") from None
        self.left.pop()
        return found

    @property
    def next(self) -> Token:
        return self.left[-1]

    def takes(self, kind: str) -> bool:
        """Whether this comes next; then it is behind us."""
        return self.next.kind == kind and bool(self.left.pop())

    def take(self, kind: str, instead_of: str = "") -> Token:
        if self.next.kind != kind:
            raise self.refuse(f"verwacht {instead_of}")
        return self.left.pop()

    def refuse(self, what: str) -> ConditionDoesNotFit:
        found = f", niet {self.next.text}" if self.next.text else ", maar hier is het einde"
        return ConditionDoesNotFit(
            what + found if what.startswith("verwacht") else what, self.next.column
        )
