"""Counts that are never about a few people, nor let one work out that they are."""

from collections.abc import Mapping

FEWEST = 10


def shown(count: int) -> int | None:
    return count if count == 0 or count >= FEWEST else None


def shown_parts(parts: Mapping[str, int]) -> dict[str, int | None]:
    """Where a part is too small the next ones go with it, until all that is hidden is enough."""
    hidden: set[str] = set()
    for name in sorted(parts, key=lambda each: parts[each]):
        together = sum(parts[each] for each in hidden)
        if parts[name] and (parts[name] < FEWEST or 0 < together < FEWEST):
            hidden.add(name)
    return {name: None if name in hidden else count for name, count in parts.items()}


def shown_total(parts: Mapping[str, int]) -> int | None:
    """The sum, where it does not give away what `shown_parts` hides."""
    hides = any(each is None for each in shown_parts(parts).values())
    rest = sum(count for name, count in parts.items() if shown_parts(parts)[name] is None)
    return sum(parts.values()) if not hides or rest >= FEWEST else None
