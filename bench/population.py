"""Many households in a process of their own: `python -m bench.population 100000` prints JSON.

First all rules, for time and peak memory. Then five amounts beside the same in plain NumPy, turn by
turn: on whole arrays as most would write it, and in our chunks, which is quicker. Amounts must be
the same to the cent.
"""

import json
import resource
import statistics
import sys

import numpy as np

from bench import by_hand, households
from bench.clock import clock
from bench.households import MONTH, TARGETS
from plein.regelingen.library import rule_book
from plein.rules.population import CHUNK, calculate_population

ROUNDS = 5
MB = 1e6


def main(size: int) -> None:
    book = rule_book()
    columns = households.columns(book, book.plan(TARGETS, MONTH).asks, size)
    before = peak()
    turns = [
        clock(lambda: calculate_population(book, TARGETS, columns, MONTH))[0] for _ in range(ROUNDS)
    ]
    everything = {
        "rules": len(book.plan(TARGETS, MONTH).steps),
        "facts": len(columns),
        "seconds": statistics.median(turns),
        "best": min(turns),
        "columns": sum(column.nbytes for column in columns.values()) / MB,
        "peak": peak(),
        "added": peak() - before,
    }
    print(json.dumps({"size": size, **everything, "part": beside_numpy(book, columns)}))


def beside_numpy(book, columns) -> dict[str, float]:
    """Seconds for the same amounts: ours, and by hand."""
    norms, targets = book.norms.on(MONTH, float), list(by_hand.TARGETS)
    asked = {name: columns[name] for name in book.plan(targets, MONTH).asks}
    works = {
        "ours": lambda: calculate_population(book, targets, asked, MONTH),
        "whole": lambda: by_hand.amounts(asked, norms),
        "chunks": lambda: by_hand.in_chunks(asked, norms, CHUNK),
    }
    took: dict[str, list[float]] = {name: [] for name in works}
    found = {}
    for _ in range(ROUNDS):
        for name, work in works.items():
            seconds, found[name] = clock(work)
            took[name].append(seconds)
    for target in targets:
        ours, *others = (cents(found[name][target]) for name in works)
        assert all(np.array_equal(ours, other) for other in others), target  # noqa: S101
        assert ours.any(), target  # noqa: S101
    return {name: statistics.median(each) for name, each in took.items()}


def cents(amounts: np.ndarray) -> np.ndarray:
    return np.rint(amounts * 100)


def peak() -> float:
    """Megabytes; never below what the parent held when it started this process."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / MB


if __name__ == "__main__":
    main(int(sys.argv[1]))
