"""The rules of a whole household: one with its reasons, two years by hours of work, and a million.

One household runs on `Decimal`, the others on arrays. Each size of the population has a process of
its own (`bench.population`), which also runs a part of it beside plain NumPy written out by hand.
Times are of computing.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from bench import households
from bench.clock import ms
from bench.hours import HOURS, MONTHS, sweep
from bench.households import MONTH, TARGETS
from plein.regelingen.library import rule_book
from plein.rules.calculate import calculate

SIZES = (100_000, 1_000_000)
GOAL = 1.5  # times plain NumPy


def main() -> None:
    book = rule_book()
    report(one(book), sweep(book), [population(size) for size in SIZES])


def one(book) -> dict[str, Any]:
    """Milliseconds for one household in one month, without and with its reasons."""
    facts = households.family(book, book.plan(TARGETS, MONTH).asks, MONTH)

    def amounts():
        return calculate(book, TARGETS, facts, MONTH)

    def reasons():
        outcome = amounts()
        return [outcome.explain(target) for target in TARGETS]

    nodes = sum(1 for told in reasons() for _ in told.walk())
    found = {name: str(amounts()[name]) for name in TARGETS}
    return {"found": found, "bare": ms(amounts), "told": ms(reasons), "nodes": nodes}


def population(size: int) -> dict[str, Any]:
    command = [sys.executable, "-m", "bench.population", str(size)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return json.loads(done.stdout)


def report(household, hours, sizes) -> None:
    print(f"one household, {len(TARGETS)} amounts: {household['bare']:.2f} ms", end="; ")
    print(f"with all reasons ({household['nodes']} lines): {household['told']:.2f} ms")
    print(f"{MONTHS} months by {len(HOURS)} hours of work", end=" ")
    print(f"in {hours['calls']} calls: {hours['ms']:.1f} ms,", end=" ")
    print(f"of which {hours['columns']:.1f} to make the columns")
    print("households   seconds   columns MB   peak MB   calculating adds MB")
    for row in sizes:
        print(f"{row['size']:>10} {row['seconds']:>9.2f} {row['columns']:>12.0f}", end=" ")
        print(f"{row['peak']:>9.0f} {row['added']:>21.0f}")
    few, many = sizes
    growth = many["best"] / few["best"] / (many["size"] / few["size"])
    print(f"{many['rules']} rules, {many['facts']} facts", end="; ")
    print(f"growth {growth:.2f} between the best turns (1 is linear)")
    print("five amounts: households   seconds   NumPy in chunks   ratio   NumPy on whole   ratio")
    for row in sizes:
        part = row["part"]
        ours, chunks, whole = part["ours"], part["chunks"], part["whole"]
        print(f"{row['size']:>24} {ours:>9.3f} {chunks:>17.3f} {ours / chunks:>7.2f}", end=" ")
        print(f"{whole:>16.3f} {ours / whole:>7.2f}  (goal: at most {GOAL})")
    out = Path("var/bench/rules.json")
    out.parent.mkdir(parents=True, exist_ok=True)
    found = {"household": household, "hours": hours, "sizes": sizes}
    out.write_text(json.dumps(found, indent=2))


if __name__ == "__main__":
    main()
