"""Many households, in chunks that fit the cache of a processor: time and memory stay flat."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date

import numpy as np

from plein.rules.book import RuleBook
from plein.rules.calculate import calculate_many
from plein.rules.norms import Norms

CHUNK = 20_000  # households


def calculate_population(
    book: RuleBook,
    targets: Collection[str],
    columns: Mapping[str, np.ndarray],
    day: date,
    *,
    norms: Norms | None = None,
) -> dict[str, np.ndarray]:
    """Only the targets are kept. Raises as `calculate_many`."""
    plan = book.plan(targets, day)
    needed = {name: column for name, column in columns.items() if name in plan.asks}
    parts = [calculate_many(book, targets, chunk, day, norms=norms) for chunk in _chunks(needed)]
    return {name: np.concatenate([part[name] for part in parts]) for name in targets}


def _chunks(columns: Mapping[str, np.ndarray]) -> Iterator[dict[str, np.ndarray]]:
    size = len(next(iter(columns.values())))
    for start in range(0, size, CHUNK):
        yield {name: column[start : start + CHUNK] for name, column in columns.items()}
