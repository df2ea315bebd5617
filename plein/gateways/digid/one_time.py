"""Things that may be shown once: the state of a beginning, the id of an assertion."""

import hmac
from collections.abc import Callable
from hashlib import sha256

from django.core.cache import cache

SeenBefore = Callable[[str, int], bool]


def is_same(kept: str | None, shown: str | None) -> bool:
    """Is what came back what we kept? Nothing kept is never the same."""
    if not kept or not shown:
        return False
    return hmac.compare_digest(kept.encode(), shown.encode())


def seen_before(name: str, seconds: int) -> bool:
    """Was this name shown in the last `seconds`? From now on it was.

    The cache must be one that all processes share, and whose `add` has one winner: Django's
    database cache is, its cache in local memory is not.
    """
    key = "digid-once-" + sha256(name.encode()).hexdigest()
    return not cache.add(key, True, timeout=seconds)
