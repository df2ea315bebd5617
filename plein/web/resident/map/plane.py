"""Points of the world on a flat square, and the grid that says how large it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, radians

from plein.kernel.geo import Point

SIZE, EDGE = 360, 34  # of the square in units of the SVG, and what stays free at its edges
_DEGREE = 111_195  # metres of latitude
_LEAST = 1_200  # metres across, so that one place is no point without surroundings
_STEPS = (100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000)  # metres
_PARTS = 6  # of the square, at most

_FAR = 30_000  # metres from where most are

XY = tuple[float, float]


def busiest(points: Sequence[Point]) -> Point:
    """The point that has most others near it; the first of those that come level."""
    return max(points, key=lambda point: sum(is_near(other, point) for other in points))


def is_near(point: Point, middle: Point) -> bool:
    return point.metres_to(middle) <= _FAR


@dataclass(frozen=True, slots=True)
class Plane:
    """North is up. In one municipality a degree east is as wide at the top as below."""

    north: float  # of the middle, in metres
    east: float
    narrow: float  # of a degree of longitude, against one of latitude
    scale: float  # units for a metre

    @classmethod
    def around(cls, points: Sequence[Point]) -> "Plane":
        narrow = cos(radians(points[0].latitude))
        north = [point.latitude * _DEGREE for point in points]
        east = [point.longitude * _DEGREE * narrow for point in points]
        span = max(max(north) - min(north), max(east) - min(east), _LEAST)
        middle = ((max(north) + min(north)) / 2, (max(east) + min(east)) / 2)
        return cls(*middle, narrow, (SIZE - 2 * EDGE) / span)

    def place(self, point: Point) -> XY:
        east = point.longitude * _DEGREE * self.narrow - self.east
        north = point.latitude * _DEGREE - self.north
        return round(SIZE / 2 + east * self.scale, 1), round(SIZE / 2 - north * self.scale, 1)

    @property
    def step(self) -> int:
        """Metres of one square of the grid."""
        across = SIZE / self.scale
        return next((step for step in _STEPS if across / step <= _PARTS), _STEPS[-1])

    def lines(self) -> list[float]:
        """Where the lines of the grid are, from left and from above alike."""
        wide = self.step * self.scale
        return [round(number * wide, 1) for number in range(1, int(SIZE / wide) + 1)]
