"""What a change of norms does: its cost, its reach, and who gains or loses."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np

from plein.policy.groups import GONE, LESS, MORE, NEVER, NEW, SAME, Group
from plein.policy.kinds import BANDS, KINDS, Column, Columns, bands_of, kinds_of
from plein.regelingen.trying import Topic
from plein.rules.book import RuleBook
from plein.rules.norms import Norms
from plein.rules.population import calculate_population

MEANS, NORM = "middelen_in_aanmerking", "bijstandsnorm"
ALL_BANDS = len(BANDS) + 1
CELLS, TYPES = len(KINDS) * ALL_BANDS, 6


@dataclass(frozen=True)
class Change:
    """A topic with the norms of now, and with those that somebody tries out."""

    book: RuleBook
    topic: Topic
    day: date
    now: Norms
    then: Norms

    @cached_property
    def asks(self) -> frozenset[str]:
        return self.book.plan([self.topic.target, MEANS, NORM], self.day).asks

    @cached_property
    def leaves_income(self) -> bool:
        """Whether income and bijstandsnorm stay as they are, so that they are worked out once."""
        steps = self.book.plan([MEANS, NORM], self.day).steps
        return all(self.topic.regeling not in rule.arguments for rule in steps)

    def amounts(self, columns: Columns, known: Columns) -> tuple[Column, Column]:
        """Cents in a year for each household, now and then."""
        return self._cents(self.now, columns, known), self._cents(self.then, columns, known)

    def _cents(self, norms: Norms, columns: Columns, known: Columns) -> Column:
        given = known if norms is self.now or self.leaves_income else {}
        found = calculate_population(
            self.book, [self.topic.target], columns, self.day, known=given, norms=norms
        )
        cents: Column = np.rint(found[self.topic.target] * 100).astype(np.int64)
        return cents * self.topic.times


def cells_of(
    change: Change,
    chunks: Iterable[Columns],
    *,
    invented: bool,
    after: Callable[[int], None] | None = None,
) -> list[Group]:
    """Every kind and band in which somebody is; `after` hears how many were done so far.

    Raises as `calculate_many`: a norm that is not set is named.
    """
    types, cents = np.zeros((CELLS, TYPES), np.int64), np.zeros((CELLS, 2), np.int64)
    for columns in chunks:
        _count(change, columns, invented, types, cents)
        if after:
            after(int(types.sum()))
    return [
        Group(*divmod(place, ALL_BANDS), tuple(map(int, types[place])), _pair(cents[place]))
        for place in np.flatnonzero(types.sum(1)).tolist()
    ]


def _count(change: Change, columns: Columns, invented: bool, types: Column, cents: Column) -> None:
    basis = calculate_population(change.book, [MEANS, NORM], columns, change.day, norms=change.now)
    ratio = basis[MEANS] / np.maximum(basis[NORM], 1)
    if invented:
        columns = columns | _before(change.topic, columns, ratio)
    now, then = change.amounts(columns, basis)
    cell = kinds_of(columns) * ALL_BANDS + bands_of(ratio)
    counted = np.bincount(cell * TYPES + _types(now, then), minlength=CELLS * TYPES)
    types += counted.reshape(CELLS, TYPES)
    for place, own in enumerate((now, then)):
        np.add.at(cents[:, place], cell, own)


def _before(topic: Topic, columns: Columns, ratio: Column) -> Columns:
    """The highest income of the time before, drawn as a multiple of that of now."""
    names = [name for name, draw in topic.facts.items() if "above_income" in draw]
    return {name: columns[name] * ratio for name in names}


def _types(now: Column, then: Column) -> Column:
    before, after = now > 0, then > 0
    both = before & after
    cases = [~before & ~after, ~before & after, before & ~after, both & (then > now)]
    return np.select([*cases, both & (then < now)], [NEVER, NEW, GONE, MORE, LESS], SAME)


def _pair(cents: Column) -> tuple[int, int]:
    return int(cents[0]), int(cents[1])
