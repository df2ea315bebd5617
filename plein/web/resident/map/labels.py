"""Numbers that do not cover each other, each with a line to where it really is."""

from collections.abc import Iterable, Sequence
from itertools import chain
from math import cos, dist, pi, sin

from plein.web.resident.map.plane import SIZE, XY

RADIUS = 14
_HIGH, _WIDE = 18, 9  # a line of text, and a letter
_APART = 2 * RADIUS + 4  # also on the smallest phone far enough for a finger (WCAG 2.5.8)
_ROUND = 16  # directions to try
_RINGS = (1.2, 1.8, 2.6, 3.6, 5, 7)  # times the radius


def apart(targets: Sequence[XY], taken: Sequence[XY] = ()) -> list[XY]:
    """On its own point where that is free, else as near to it as there is room."""
    placed = list(taken)
    for target in targets:
        free = (spot for spot in _around(target) if _is_free(spot, placed))
        placed.append(next(free, target))
    return placed[len(taken) :]


def town_labels(spots: Iterable[tuple[str, XY]], taken: Sequence[XY]) -> list[tuple[str, XY]]:
    """Each town once, above its numbers or below them; not where there is no room."""
    towns: dict[str, list[XY]] = {}
    for town, spot in spots:
        towns.setdefault(town, []).append(spot)
    labels: list[tuple[str, XY]] = []
    for town, own in towns.items():
        free = (spot for spot in _beside(town, own) if _has_room(town, spot, taken, labels))
        if (found := next(free, None)) is not None:
            labels.append((town, found))
    return labels


def _around(target: XY) -> Iterable[XY]:
    turns = [2 * pi * number / _ROUND for number in range(_ROUND)]
    x, y = target
    rings = (
        (round(x + ring * RADIUS * sin(turn), 1), round(y - ring * RADIUS * cos(turn), 1))
        for ring in _RINGS
        for turn in turns
    )
    return chain([target], rings)


def _is_free(spot: XY, placed: Sequence[XY]) -> bool:
    inside = all(RADIUS + 2 <= each <= SIZE - RADIUS - 2 for each in spot)
    return inside and all(dist(spot, other) >= _APART for other in placed)


def _beside(town: str, own: Sequence[XY]) -> list[XY]:
    half = _half(town)
    middle = sum(x for x, _y in own) / len(own)
    x = round(min(max(middle, half + 4), SIZE - half - 4), 1)
    return [(x, min(y for _x, y in own) - 22), (x, max(y for _x, y in own) + 32)]


def _has_room(town: str, spot: XY, taken: Sequence[XY], labels: Sequence[tuple[str, XY]]) -> bool:
    x, y = spot
    if not _HIGH <= y <= SIZE - 6:
        return False
    half = _half(town)
    covers = any(abs(x - a) < half + RADIUS and -RADIUS - 10 < b - y < RADIUS for a, b in taken)
    return not covers and not any(
        abs(x - a) < half + _half(other) and abs(y - b) < _HIGH for other, (a, b) in labels
    )


def _half(town: str) -> float:
    """About half of the width of this word."""
    return _WIDE / 2 * len(town)
