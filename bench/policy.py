"""A change of policy over many households, with its cliffs: seconds, and memory at its highest."""

import resource
from dataclasses import replace
from decimal import Decimal

from bench.clock import clock
from bench.households import MONTH
from plein.policy.effect import Change
from plein.policy.invented import households, margins
from plein.policy.outcome import outcome_of
from plein.regelingen.library import local_norms, rule_book
from plein.regelingen.trying import topics
from plein.rules.norms import Dated

SIZES = (100_000, 1_000_000)
GOAL = 2.0  # seconds for the first, while somebody waits


def main() -> None:
    change = higher_amount()
    print("policy: households   seconds   peak MB")
    for size in SIZES:
        seconds, _outcome = clock(lambda size=size: simulated(change, size))
        goal = f"  (goal: at most {GOAL})" if size == SIZES[0] else ""
        print(f"{size:>18} {seconds:>9.2f} {peak():>9.0f}{goal}")


def higher_amount() -> Change:
    """The inkomenstoeslag of Rotterdam, with fifty euros more for a couple."""
    book, topic = rule_book(), topics()["inkomenstoeslag_per_jaar"]
    now = book.norms.with_local(local_norms(topic.regeling, "rotterdam").values())
    norm = now.of(topic.regeling)["bedrag_paar"]
    then = replace(norm, values=(Dated(MONTH, Decimal(350), ("bench",)),))
    return Change(book, topic, MONTH, now, now.with_local([then]))


def simulated(change: Change, size: int):
    drawn = households(change.book, change.asks, change.topic.facts, size, margins())
    return outcome_of(change, drawn, invented=True)


def peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


if __name__ == "__main__":
    main()
