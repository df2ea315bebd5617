"""The shield of Plein in the colour of a municipality, as a picture for a telephone."""

from io import BytesIO

from PIL import Image, ImageDraw

CANVAS = 56  # the numbers below, as in frontend/src/img/icon.svg
FINER = 4  # drawn larger, so that edges are smooth
HOUSE = [
    *((28, 13), (43.5, 26.5), (39, 26.5), (39, 38), (31.5, 38), (31.5, 30.5)),
    *((24.5, 30.5), (24.5, 38), (17, 38), (17, 26.5), (12.5, 26.5)),
]
SIDES = [(5, 5), (51, 5), (51, 32)]
CURVES = [((51, 32), (51, 41), (42, 47), (28, 52)), ((28, 52), (14, 47), (5, 41), (5, 32))]
STEPS = 24
Point = tuple[float, float]


def draw_icon(colour: str, size: int, *, maskable: bool) -> bytes:
    """PNG. `maskable` fills the square, as a telephone cuts its own shape out of it."""
    scale = size * FINER / CANVAS
    whole = size * FINER
    image = Image.new("RGBA", (whole, whole), colour if maskable else (0, 0, 0, 0))
    pen = ImageDraw.Draw(image)
    if not maskable:
        pen.polygon(_larger(_shield(), scale), fill=colour)
    pen.polygon(_larger(HOUSE, scale), fill="white")
    target = BytesIO()
    image.resize((size, size), Image.Resampling.LANCZOS).save(target, "PNG")
    return target.getvalue()


def _shield() -> list[Point]:
    return [*SIDES, *(_on(curve, step / STEPS) for curve in CURVES for step in range(STEPS + 1))]


def _on(curve: tuple[Point, ...], t: float) -> Point:
    """A point of a cubic Bézier."""
    weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3)
    x, y = (
        sum(weight * point[axis] for weight, point in zip(weights, curve, strict=True))
        for axis in (0, 1)
    )
    return x, y


def _larger(points: list[Point], scale: float) -> list[Point]:
    return [(x * scale, y * scale) for x, y in points]
