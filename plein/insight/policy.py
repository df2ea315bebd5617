"""What a change of a municipal norm does: its cost, its reach, and who gains or loses."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np

from plein.insight.synthetic import KINDS, Column, households
from plein.rules.book import RuleBook
from plein.rules.norms import Norms
from plein.rules.population import calculate_population

MEANS, NORM = "middelen_in_aanmerking", "bijstandsnorm"
HIGHEST = "hoogste_inkomen_in_referteperiode"
BANDS = (1.0, 1.1, 1.2, 1.3, 1.5)  # of the bijstand norm: the upper limits, and above
FEWEST = 10  # a group of fewer is not shown
WOBBLE = 0.1  # how much an income was higher before, as a share: half normal


@dataclass(frozen=True)
class Group:
    """Households of one kind in one band of income. Euros are over a year."""

    kind: str
    band: int  # place in BANDS; the last one is above all of them
    size: int
    reached: int
    cost: float
    gain: int
    lose: int


@dataclass(frozen=True)
class Effect:
    """Of the whole population: with the norms of now, and with the changed ones."""

    size: int
    reached: tuple[int, int]
    cost: tuple[float, float]
    groups: list[Group]
    hidden: int  # groups that were too small


def effect(book: RuleBook, target: str, *, now: Norms, then: Norms, day: date, size: int) -> Effect:
    """Raises as `calculate_population`: a norm that is not set is named."""
    asks = book.plan([target], day).asks | book.plan([MEANS, NORM], day).asks
    columns, kind = households(book, asks, size)
    basis = calculate_population(book, [MEANS, NORM], columns, day, norms=now)
    ratio = basis[MEANS] / np.maximum(basis[NORM], 1)
    if HIGHEST in asks:
        before = np.abs(np.random.default_rng(1).normal(0, WOBBLE, size))
        columns[HIGHEST] = ratio * (1 + before)
    amounts = [
        calculate_population(book, [target], columns, day, norms=norms)[target]
        for norms in (now, then)
    ]
    every = list(_groups(kind, np.searchsorted(BANDS, ratio), *amounts))
    shown = [group for group in every if group.size >= FEWEST]
    return Effect(
        size=size,
        reached=(int((amounts[0] > 0).sum()), int((amounts[1] > 0).sum())),
        cost=(float(amounts[0].sum()), float(amounts[1].sum())),
        groups=shown,
        hidden=len(every) - len(shown),
    )


def _groups(kind: Column, band: Column, now: Column, then: Column) -> Iterator[Group]:
    for place, name in enumerate(KINDS):
        for number in range(len(BANDS) + 1):
            here = (kind == place) & (band == number)
            if here.any():
                yield Group(
                    kind=name,
                    band=number,
                    size=int(here.sum()),
                    reached=int((then[here] > 0).sum()),
                    cost=float(then[here].sum() - now[here].sum()),
                    gain=int((then[here] > now[here]).sum()),
                    lose=int((then[here] < now[here]).sum()),
                )
