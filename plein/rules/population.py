"""Many households, in chunks that fit the cache of a processor: time and memory stay flat."""

from collections.abc import Collection, Mapping
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
    size = len(next(iter(needed.values())))
    found: dict[str, np.ndarray] = {}
    for start in range(0, size, CHUNK):
        chunk = {name: column[start : start + CHUNK] for name, column in needed.items()}
        # It lives until the next one is there: else the process gives its memory back each time.
        part = calculate_many(book, targets, chunk, day, norms=norms)
        for name, amounts in part.items():
            if name not in found:
                found[name] = np.empty(size, amounts.dtype)
            found[name][start : start + CHUNK] = amounts
    return found
