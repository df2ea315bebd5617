"""Whoever sends wrong tokens hears only so often why; a right one always comes in."""

from datetime import timedelta
from typing import Any

from plein.api.problems import NotAllowed, Problem, TooMany
from plein.identity.tries import count_wrong_try, has_tries_left
from plein.tenants.keys import index_of

MOST_TRIES, WINDOW = 60, timedelta(minutes=10)


def refusal_of(request: Any, detail: str, status: int = 403) -> Problem:
    """Counted per address of the internet, which is kept as a keyed digest."""
    place = index_of(request.municipality, "address", request.META.get("REMOTE_ADDR", ""))
    who = f"api-{place.hex()[:32]}"
    if not has_tries_left(who, most=MOST_TRIES, window=WINDOW, at=request.now):
        return TooMany()
    count_wrong_try(who, window=WINDOW, at=request.now)
    return NotAllowed(detail, status)
