"""All items, found by their folders: a new one is a new file, and no list is edited."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType

from plein.content.freshness import Freshness, freshness_on
from plein.content.item import Item
from plein.content.reading import read_item

FOLDER = Path(__file__).parent / "items"


@cache
def items() -> Mapping[str, Item]:
    """By key. Raises `DeclarationDoesNotFit`; two files with one key cannot be."""
    read = [read_item(file) for file in sorted(FOLDER.glob("*/*.yaml"))]
    found = {item.key: item for item in read}
    if len(found) != len(read):
        raise ValueError("two items have the same key")
    return MappingProxyType(found)


def shown_on(day: date) -> list[Item]:
    """What residents may read; what nobody looked at for a year is not there."""
    return [
        item
        for item in items().values()
        if freshness_on(item.reviewed_on, day) is not Freshness.RED
    ]
