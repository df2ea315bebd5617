"""Whether a condition compares what compares, before anybody answers."""

from collections.abc import Iterator, Mapping

from plein.intake.tree import Comparison, Condition, Contains, IsIn, Literal, Name, written
from plein.intake.values import COMPARES, ValueKind, kind_of


def check_kinds(condition: Condition, kinds: Mapping[str, ValueKind]) -> Iterator[str]:
    """Every problem in a sentence. A name without a kind is left alone."""
    for each in condition.comparisons():
        if kinds.keys() >= set(each.mentioned):
            yield from _problems(each, kinds)


def _problems(each: Comparison | IsIn | Contains, kinds: Mapping[str, ValueKind]) -> Iterator[str]:
    kind = kinds[each.name]
    if isinstance(each, Contains):
        if kind != ValueKind.CHOICES:
            yield f"{each}: {each.name} is {kind}, en geen {ValueKind.CHOICES.split(' ', 1)[1]}"
    elif isinstance(each, IsIn):
        for value in each.values:
            yield from _unlike(each.name, kind, "==", value, kind_of(value))
    else:
        other = each.other
        other_kind = kinds[other.key] if isinstance(other, Name) else kind_of(other)
        yield from _unlike(each.name, kind, each.sign, other, other_kind)


def _unlike(
    name: str, kind: ValueKind, sign: str, other: Literal | Name, other_kind: ValueKind
) -> Iterator[str]:
    if kind == ValueKind.CHOICES:
        yield f'{name} is {kind}: schrijf "keuze" in {name}'
    elif kind != other_kind:
        yield f"{name} is {kind}, en {written(other)} is {other_kind}"
    elif sign not in COMPARES[kind]:
        yield f"{name} is {kind}: daarmee kan {sign} niet, wel == en !="
