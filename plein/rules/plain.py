"""What came out as plain JSON, for a command or an API."""

from decimal import Decimal
from typing import Any

from plein.rules.outcome import Explanation, UsedNorm


def plain(value: Any) -> bool | int | float | list[Any]:
    """A number as JSON has them; whole ones without a point."""
    if isinstance(value, tuple):
        return [plain(each) for each in value]
    if isinstance(value, bool):
        return value
    number = Decimal(value)
    return int(number) if number == number.to_integral_value() else float(number)


def plain_explanation(node: Explanation) -> dict[str, Any]:
    told = {
        "name": node.name,
        "value": plain(node.value),
        "origin": node.origin,
        "says": node.says,
        "law": node.law,
        "source": node.source,
        "norms": [plain_norm(each) for each in node.norms],
        "parts": [plain_explanation(part) for part in node.parts],
    }
    return {key: what for key, what in told.items() if what not in ("", [])}


def plain_norm(used: UsedNorm) -> dict[str, Any]:
    norm, figure = used.norm, used.figure
    return {
        "name": f"{norm.regeling}.{norm.name}",
        "value": plain(figure.value),
        "unit": norm.unit,
        "law": norm.law,
        "since": figure.since.isoformat(),
        "confidence": figure.confidence,
        "municipal": used.is_local,
        "newer_is_due": used.is_due,
    }
