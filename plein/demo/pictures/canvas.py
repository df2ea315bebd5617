"""A sheet to draw on. The origin is its centre, x goes right and y goes down.

A card may show only the middle of a picture, so an object stays within about 220 of the centre.
Everything is drawn four times as large and then made small, which gives smooth edges.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from PIL import Image, ImageDraw

from plein.demo.pictures import geometry
from plein.demo.pictures.geometry import Outline, Point
from plein.demo.pictures.tints import Tint

WIDTH, HEIGHT, SAMPLES = 960, 720, 4
STROKE = 14
HALO = 245


class Canvas:
    def __init__(self, tint: Tint) -> None:
        self.tint = tint
        self.image = Image.new("RGB", (WIDTH * SAMPLES, HEIGHT * SAMPLES), tint.page)
        self._pen = ImageDraw.Draw(self.image)
        self._angle = 0.0
        self._centre: Point = (0.0, 0.0)
        self.disc(0, 0, HALO, tint.halo)

    @contextmanager
    def turned(self, degrees: float, x: float = 0, y: float = 0) -> Iterator[None]:
        """What is drawn now has its origin at this point, and is turned clockwise."""
        kept = self._angle, self._centre
        self._angle, self._centre = degrees, (x, y)
        yield
        self._angle, self._centre = kept

    def fill(self, outline: Outline, colour: str, *, radius: float = 0) -> None:
        points = geometry.rounded(outline, radius) if radius else outline
        self._pen.polygon(self._placed(points), fill=colour)

    def stroke(self, outline: Outline, colour: str, *, width: float = STROKE) -> None:
        """A line with round ends and round corners."""
        points = self._placed(outline)
        self._pen.line(points, fill=colour, width=round(width * SAMPLES), joint="curve")
        for x, y in (points[0], points[-1]):
            self._pen.circle((x, y), width * SAMPLES / 2, fill=colour)

    def disc(self, x: float, y: float, radius: float, colour: str) -> None:
        self.oval(x, y, radius, radius, colour)

    def oval(self, x: float, y: float, wide: float, high: float, colour: str) -> None:
        self.fill(geometry.oval(x, y, wide, high), colour)

    def ring(self, x: float, y: float, radius: float, colour: str, *, width: float) -> None:
        self.arc(x, y, radius, (0, 360), colour, width=width)

    def arc(
        self,
        x: float,
        y: float,
        radius: float,
        part: tuple[float, float],
        colour: str,
        *,
        width: float = STROKE,
    ) -> None:
        self.stroke(geometry.arc(x, y, radius, *part), colour, width=width)

    def band(
        self,
        x: float,
        y: float,
        radius: float,
        part: tuple[float, float],
        colour: str,
        *,
        width: float,
    ) -> None:
        """Part of a ring, with straight ends."""
        outer = geometry.arc(x, y, radius + width / 2, *part)
        inner = geometry.arc(x, y, radius - width / 2, *part)
        self.fill([*outer, *reversed(inner)], colour)

    def box(
        self,
        left: float,
        top: float,
        right: float,
        bottom: float,
        colour: str,
        *,
        radius: float = 0,
    ) -> None:
        self.fill(geometry.box(left, top, right, bottom), colour, radius=radius)

    def shadow(self, wide: float = 190, y: float = 196) -> None:
        """A soft stain on the ground, so that nothing floats."""
        self.oval(0, y, wide, 13, self.tint.shade)

    def _placed(self, outline: Outline) -> list[Point]:
        points = geometry.moved(geometry.turned(outline, self._angle), *self._centre)
        return [((x + WIDTH / 2) * SAMPLES, (y + HEIGHT / 2) * SAMPLES) for x, y in points]
