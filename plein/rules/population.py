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
    known: Mapping[str, np.ndarray] | None = None,
    norms: Norms | None = None,
) -> dict[str, np.ndarray]:
    """Only the targets are kept; `known` as in `calculate_many`. Raises as it does."""
    known = known or {}
    plan = book.plan(targets, day, known.keys())
    needed = {name: column for name, column in columns.items() if name in plan.asks}
    size = len(next(iter(columns.values())))
    found: dict[str, np.ndarray] = {}
    for start in range(0, size, CHUNK):
        chunk, actual = _part(needed, start), _part(known, start)
        # It lives until the next one is there: else the process gives its memory back each time.
        part = calculate_many(book, targets, chunk, day, known=actual, norms=norms)
        for name, amounts in part.items():
            if name not in found:
                found[name] = np.empty(size, amounts.dtype)
            found[name][start : start + CHUNK] = amounts
    return found


def _part(columns: Mapping[str, np.ndarray], start: int) -> dict[str, np.ndarray]:
    return {name: column[start : start + CHUNK] for name, column in columns.items()}
