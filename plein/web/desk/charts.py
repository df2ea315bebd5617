"""Calm pictures in the units of their SVG; the table beneath each says the same."""

from collections.abc import Sequence
from typing import Any

WIDTH, HIGH, LABEL, ROW = 300, 14, 20, 62  # a label, then a bar of now and one of then
ROOM = 96  # beside a bar, for its figure
PICTURE, MARGIN = 200, 8


def bars(rows: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """`rows` have a `label`, and a `first` and `second` with their words."""
    top = max((max(row["first"], row["second"]) for row in rows), default=0) or 1
    return {
        "width": WIDTH,
        "height": ROW * len(rows),
        "rows": [_bars_of(row, number * ROW, top) for number, row in enumerate(rows)],
    }


def _bars_of(row: dict[str, Any], y: int, top: int) -> dict[str, Any]:
    long = WIDTH - ROOM
    first, second = (round(long * row[name] / top, 1) for name in ("first", "second"))
    return row | {
        "y_label": y + LABEL - 5,
        "y_first": y + LABEL,
        "y_second": y + LABEL + HIGH + 4,
        "y_first_words": y + LABEL + HIGH - 2,
        "y_second_words": y + LABEL + 2 * HIGH + 2,
        "first_long": first,
        "second_long": second,
        "first_end": first + 6,
        "second_end": second + 6,
        "high": HIGH,
    }


def lines(now: Sequence[int], then: Sequence[int]) -> dict[str, Any]:
    """Two lines from nought; the one of then lies under that of now where they are the same."""
    top = max(*now, *then, 1)
    return {
        "box": f"0 0 {WIDTH} {PICTURE}",
        "width": WIDTH,
        "floor": PICTURE - MARGIN,
        "now": _points(now, top),
        "then": _points(then, top),
    }


def _points(values: Sequence[int], top: int) -> str:
    place, high = WIDTH / max(1, len(values) - 1), PICTURE - 2 * MARGIN
    return " ".join(
        f"{number * place:.1f},{PICTURE - MARGIN - high * value / top:.1f}"
        for number, value in enumerate(values)
    )
