"""Whether a condition compares what compares, before anybody answers."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from plein.journeys.comparisons import Comparison, Contains, IsIn, Literal, Name, written
from plein.journeys.tree import Comparing, Condition
from plein.journeys.values import COMPARES, ValueKind, kind_of

Kinds = Mapping[str, ValueKind]


def check_kinds(condition: Condition, kinds: Kinds) -> Iterator[str]:
    """Every problem in a sentence. A name without a kind is left alone."""
    for each in condition.comparisons():
        if kinds.keys() >= set(each.mentioned):
            yield from _problems(each, kinds)


def _problems(each: Comparing, kinds: Kinds) -> Iterator[str]:
    kind = kinds[each.name]
    match each:
        case Contains() if kind != ValueKind.CHOICES:
            yield f"{each}: {each.name} is {kind}, en geen lijst keuzes"
        case IsIn(values=values):
            for value in values:
                yield from _unlike(each.name, kind, "==", value, kind_of(value))
        case Comparison(sign=sign, other=Name(key) as other):
            yield from _unlike(each.name, kind, sign, other, kinds[key])
        case Comparison(sign=sign, other=bool() | int() | Decimal() | str() | date() as other):
            yield from _unlike(each.name, kind, sign, other, kind_of(other))


def _unlike(
    name: str, kind: ValueKind, sign: str, other: Literal | Name, other_kind: ValueKind
) -> Iterator[str]:
    if kind == ValueKind.CHOICES:
        yield f'{name} is {kind}: schrijf "keuze" in {name}'
    elif kind != other_kind:
        yield f"{name} is {kind}: vergelijk niet met {written(other)}, dat is {other_kind}"
    elif sign not in COMPARES[kind]:
        yield f"{name} is {kind}: daarmee kan {sign} niet, wel == en !="
