"""How long a piece of work takes."""

import statistics
import time
from typing import Any

TURNS = 100


def clock(work) -> tuple[float, Any]:
    """Seconds, and what came out."""
    begin = time.perf_counter()
    found = work()
    return time.perf_counter() - begin, found


def ms(work) -> float:
    """Milliseconds, the median of a hundred turns."""
    return statistics.median(clock(work)[0] for _ in range(TURNS)) * 1000
