"""Groups of households, and which of them are large enough to be shown.

Each household is of one type: how the change treats it. A row is shown where every type in it
counts nobody or at least `FEWEST`; so whatever is added or taken away between the figures of a
row, and between rows and their sums, is never about fewer. Bands that are too small go together,
with the next smallest until they are large enough; then kinds of households do so.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from operator import add

from plein.kernel.few import FEWEST

NEVER, NEW, GONE, MORE, LESS, SAME = range(6)  # MORE, LESS and SAME get it before and after


@dataclass(frozen=True)
class Group:
    """`kind` is None for several kinds together, `band` for several bands. Cents are of a year."""

    kind: int | None
    band: int | None
    types: tuple[int, ...]
    cents: tuple[int, int]  # with the norms of now, and with the changed ones

    def __add__(self, other: "Group") -> "Group":
        return Group(
            kind=self.kind if self.kind == other.kind else None,
            band=self.band if self.band == other.band else None,
            types=tuple(map(add, self.types, other.types)),
            cents=(self.cents[0] + other.cents[0], self.cents[1] + other.cents[1]),
        )

    @property
    def is_large_enough(self) -> bool:
        return all(count == 0 or count >= FEWEST for count in self.types)

    @property
    def size(self) -> int:
        return sum(self.types)

    @property
    def reached(self) -> tuple[int, int]:
        both = self.types[MORE] + self.types[LESS] + self.types[SAME]
        return both + self.types[GONE], both + self.types[NEW]

    @property
    def gain(self) -> int:
        return self.types[NEW] + self.types[MORE]

    @property
    def lose(self) -> int:
        return self.types[GONE] + self.types[LESS]

    @property
    def more_cents(self) -> int:
        return self.cents[1] - self.cents[0]


def together(groups: Sequence[Group]) -> Group:
    return reduce(add, groups)


def shown(cells: Sequence[Group]) -> list[Group]:
    """The same households in rows that may be shown; none where even all together are too few."""
    by_kind = {kind: [each for each in cells if each.kind == kind] for kind in _kinds(cells)}
    kinds = _large_enough([together(own) for own in by_kind.values()])
    rows: list[Group] = []
    for each in kinds:
        rows += _large_enough(by_kind[each.kind]) if each.kind is not None else [each]
    return rows


def _kinds(cells: Sequence[Group]) -> list[int | None]:
    return list(dict.fromkeys(each.kind for each in cells))


def _large_enough(groups: Sequence[Group]) -> list[Group]:
    """Those that are, and the others as one at the end."""
    small = [each for each in groups if not each.is_large_enough]
    large = sorted((each for each in groups if each.is_large_enough), key=lambda each: -each.size)
    while small and not together(small).is_large_enough:
        if not large:
            return []
        small.append(large.pop())
    kept = [each for each in groups if each in large]
    return [*kept, together(small)] if small else kept
