"""Numbers and addresses inside a sentence that may be written from right to left."""

_ISOLATE, _END = "\u2066", "\u2069"  # Unicode 15, Standard Annex 9: they have no shape


def left_to_right(text: str) -> str:
    """In its own order, also between Arabic words: else 14 0591 reads as 0591 14."""
    return f"{_ISOLATE}{text}{_END}"
