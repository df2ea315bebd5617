"""Extra design tokens of a municipality that has its own NL Design System theme.

The tokens come from a file that somebody made elsewhere, and they end up in our stylesheet. So
only names and values of a known shape go in, and the colours with a meaning (status, focus and
verkeerslicht) stay the same in every municipality.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

_NAME = re.compile(r"--(?:basis|nl|utrecht|mo)-[a-z0-9-]{1,90}")
_COLOUR = re.compile(r"#(?:[0-9a-f]{6}|[0-9a-f]{3})", re.IGNORECASE)
_COLOUR_WITH_ALPHA = re.compile(r"#(?:[0-9a-f]{8}|[0-9a-f]{4})", re.IGNORECASE)
_NUMBER = re.compile(r"-?(?:\d{1,5}|\d{0,5}\.\d{1,5})(?:px|rem|em|ch|ex|vw|vh|%|ms|s|deg)?")
_KEYWORD = re.compile(r"[a-z]{1,20}(?:-[a-z]{1,20}){0,3}", re.IGNORECASE)
_REFERENCE = re.compile(r"var\((?P<name>--[a-z0-9-]+)\)")
_SHAPES = (_COLOUR, _COLOUR_WITH_ALPHA, _NUMBER, _KEYWORD)

STATUS = {"negative", "warning", "positive", "info", "error", "invalid", "success", "ok", "focus"}


class Sifted(NamedTuple):
    kept: dict[str, str]
    dropped: list[str]  # names, to show to the person who saves


def sift(tokens: Mapping[str, object]) -> Sifted:
    """Keep the tokens that are safe and free to choose; name the others."""
    kept = {
        name: value
        for name, value in tokens.items()
        if isinstance(value, str) and is_free(name) and is_plain(value, name=name)
    }
    return Sifted(kept, [name for name in tokens if name not in kept])


def is_free(name: str) -> bool:
    """True for a token that a municipality may choose: no status, focus or verkeerslicht."""
    if not _NAME.fullmatch(name) or "light" in name:
        return False
    return STATUS.isdisjoint(name.split("-"))


def is_plain(value: str, *, name: str) -> bool:
    """True for one colour, number, keyword or reference.

    A colour of the palette must be written out and cover what is behind it: of anything else
    we cannot measure the contrast.
    """
    if name.startswith("--basis-color-"):
        return _COLOUR.fullmatch(value) is not None
    reference = _REFERENCE.fullmatch(value)
    if reference:
        return is_free(reference["name"])
    return any(shape.fullmatch(value) for shape in _SHAPES)
