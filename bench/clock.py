"""How long a piece of work computes: nothing here waits, and what else runs does not count."""

import statistics
import time
from typing import Any

TURNS = 100


def clock(work) -> tuple[float, Any]:
    """Seconds of this process, and what came out."""
    begin = time.process_time()
    found = work()
    return time.process_time() - begin, found


def ms(work) -> float:
    """Milliseconds, the median of a hundred turns."""
    return statistics.median(clock(work)[0] for _ in range(TURNS)) * 1000
