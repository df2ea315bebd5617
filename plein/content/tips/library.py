"""All traits and tips, found by their files: a new one is a new file, and no list is edited."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from plein.content.library import items
from plein.content.tips.reading import read_tip, read_traits
from plein.content.tips.tip import Tip
from plein.content.tips.trait import Trait

FOLDER = Path(__file__).parent


@cache
def traits() -> Mapping[str, Trait]:
    return MappingProxyType(read_traits(FOLDER / "traits.yaml"))


@cache
def tips() -> Mapping[str, Tip]:
    """By key, in the order of their names. Raises `DeclarationDoesNotFit`."""
    files = sorted((FOLDER / "rules").glob("*.yaml"))
    return MappingProxyType({file.stem: read_tip(file, traits(), items()) for file in files})
