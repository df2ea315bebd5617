"""One calm picture: a bar for the right over each month, a mark for what is on the account."""

from collections.abc import Sequence
from typing import Any

WIDTH, HEIGHT, BAR = 720, 200, 0.62  # BAR: the part of its place that a bar takes


def picture_of(rows: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """In the units of the SVG; the table under it says the same."""
    top = max((max(row["right"], row["paid"]) for row in rows), default=0) or 1
    place = WIDTH / max(1, len(rows))
    return {
        "width": WIDTH,
        "height": HEIGHT,
        "bars": [_bar(row, number, place, top) for number, row in enumerate(rows)],
    }


def line_of(totals: Sequence[float], chosen: int | None) -> dict[str, Any]:
    """What is left at each number of hours, as one line from nought; a dot at what was chosen."""
    top, place = max(*totals, 1), WIDTH / max(1, len(totals) - 1)
    points = [
        (round(number * place, 1), round(HEIGHT - HEIGHT * float(total) / top, 1))
        for number, total in enumerate(totals)
    ]
    return {
        "points": " ".join(f"{x},{y}" for x, y in points),
        "dot": points[chosen] if chosen is not None else None,
    }


def _bar(row: dict[str, Any], number: int, place: float, top: int) -> dict[str, Any]:
    high, paid = HEIGHT * row["right"] / top, HEIGHT * row["paid"] / top
    return {
        "x": round(number * place, 1),
        "y": round(HEIGHT - high, 1),
        "width": round(place * BAR, 1),
        "height": round(high, 1),
        "end": round(number * place + place * BAR, 1),
        "paid": round(HEIGHT - paid, 1),
        "is_gap": row["is_gap"],
    }
