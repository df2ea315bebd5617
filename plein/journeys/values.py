"""What an answer may be, and which answers compare."""

import operator
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

Value = bool | int | Decimal | str | date | tuple[str, ...]


class ValueKind(StrEnum):
    YES_NO = "ja of nee"
    NUMBER = "een getal"
    TEXT = "een tekst"
    DAY = "een datum"
    CHOICES = "een lijst keuzes"


SIGNS: dict[str, Callable[[Any, Any], bool]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<=": operator.le,
    ">=": operator.ge,
    "<": operator.lt,
    ">": operator.gt,
}
SAME_OR_NOT = ("==", "!=")
COMPARES: dict[ValueKind, tuple[str, ...]] = {
    ValueKind.YES_NO: SAME_OR_NOT,
    ValueKind.NUMBER: tuple(SIGNS),
    ValueKind.TEXT: SAME_OR_NOT,
    ValueKind.DAY: tuple(SIGNS),
    ValueKind.CHOICES: (),
}
_KINDS: dict[type, ValueKind] = {
    bool: ValueKind.YES_NO,  # before int, because Python counts a bool as one
    int: ValueKind.NUMBER,
    Decimal: ValueKind.NUMBER,
    str: ValueKind.TEXT,
    date: ValueKind.DAY,
    tuple: ValueKind.CHOICES,
}


def kind_of(value: Value) -> ValueKind:
    return next(kind for each, kind in _KINDS.items() if isinstance(value, each))


def compare(left: Value, sign: str, right: Value) -> bool:
    """Whether it holds. What does not compare, holds for no sign: not for `!=` either."""
    kind = kind_of(left)
    return kind == kind_of(right) and sign in COMPARES[kind] and SIGNS[sign](left, right)
