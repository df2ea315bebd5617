"""Outlines: lists of points, in units of the finished picture."""

import math
from collections.abc import Sequence

Point = tuple[float, float]
Outline = Sequence[Point]

_CURVE_STEPS = 24


def oval(x: float, y: float, wide: float, high: float) -> list[Point]:
    return [(x + wide * dx, y + high * dy) for dx, dy in _UNIT_CIRCLE]


def arc(x: float, y: float, radius: float, start: float, end: float) -> list[Point]:
    """Part of a circle; degrees go clockwise from three o'clock."""
    steps = max(2, int(abs(end - start) / 3))
    angles = [math.radians(start + (end - start) * step / steps) for step in range(steps + 1)]
    return [(x + radius * math.cos(angle), y + radius * math.sin(angle)) for angle in angles]


def box(left: float, top: float, right: float, bottom: float) -> list[Point]:
    return [(left, top), (right, top), (right, bottom), (left, bottom)]


def rounded(outline: Outline, radius: float) -> list[Point]:
    """The same outline with soft corners."""
    points: list[Point] = []
    for before, corner, after in _with_neighbours(outline):
        start, end = _towards(corner, before, radius), _towards(corner, after, radius)
        points += curve(start, corner, corner, end)
    return points


def curve(start: Point, pull: Point, push: Point, end: Point) -> list[Point]:
    """A cubic Bézier curve."""
    points = []
    for step in range(_CURVE_STEPS + 1):
        t = step / _CURVE_STEPS
        weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
        corners = (start, pull, push, end)
        x = sum(weight * corner[0] for weight, corner in zip(weights, corners, strict=True))
        y = sum(weight * corner[1] for weight, corner in zip(weights, corners, strict=True))
        points.append((x, y))
    return points


def path(start: Point, *parts: tuple[Point, Point, Point]) -> list[Point]:
    """Curves after one another, each from the end of the one before."""
    points = [start]
    for pull, push, end in parts:
        points += curve(points[-1], pull, push, end)
    return points


def mirrored(half: Outline) -> list[Point]:
    """The right half of a symmetric shape, completed with its left half."""
    return [*half, *((-x, y) for x, y in reversed(half))]


def turned(outline: Outline, degrees: float) -> list[Point]:
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return [(x * cos - y * sin, x * sin + y * cos) for x, y in outline]


def moved(outline: Outline, x: float, y: float) -> list[Point]:
    return [(px + x, py + y) for px, py in outline]


def _with_neighbours(outline: Outline) -> list[tuple[Point, Point, Point]]:
    before, after = [outline[-1], *outline[:-1]], [*outline[1:], outline[0]]
    return list(zip(before, outline, after, strict=True))


def _towards(start: Point, end: Point, far: float) -> Point:
    """The point this far on the way, and never past the middle."""
    length = math.dist(start, end)
    part = min(far / length, 0.5) if length else 0.0
    return (start[0] + part * (end[0] - start[0]), start[1] + part * (end[1] - start[1]))


_UNIT_CIRCLE = arc(0, 0, 1, 0, 360)[:-1]
