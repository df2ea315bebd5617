"""What the meter finds in a Dutch text for residents: said beside it, and nobody is stopped."""

from collections.abc import Iterator, Mapping
from typing import Any

from plein.journeys.languages import DUTCH, FOR_RESIDENTS, in_language
from plein.kernel.reading_level import judge


def findings_in(text: str) -> list[str]:
    return list(judge(text).findings())


def hard_texts(document: Mapping[str, Any]) -> int:
    """How many texts of a journey could be plainer."""
    return sum(1 for text in _texts(in_language(document, DUTCH)) if not judge(text).is_b1)


def _texts(given: Any) -> Iterator[str]:
    rows = given.items() if isinstance(given, dict) else enumerate(given)
    for name, each in rows:
        if isinstance(each, dict | list):
            yield from _texts(each)
        elif name in FOR_RESIDENTS and isinstance(each, str):
            yield each
