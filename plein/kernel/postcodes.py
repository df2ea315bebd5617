"""Dutch postcodes as numbers in their order, so that a part of a town is a span of them."""

import re

from django.utils.translation import gettext_lazy as _

from plein.kernel.refusal import Refusal

LETTERS = 26 * 26  # endings of each four digits
_WRITTEN = re.compile(r"(?P<digits>[1-9]\d{3})\s?(?P<letters>[A-Z]{2})?")


class NotAPostcode(Refusal):
    message = _("‘{text}’ is geen postcode. Bijvoorbeeld: 7811, 7812 AB of 7813 AA-7815 ZZ")


def read_postcode(text: str) -> int:
    """`7811 AB` as its number. Raises `NotAPostcode`, also for four digits alone."""
    match = _WRITTEN.fullmatch(text.strip().upper())
    if match is None or not match["letters"]:
        raise NotAPostcode(text=text.strip())
    return _first(match) + _ending(match["letters"])


def read_span(text: str) -> tuple[int, int]:
    """`7811`, `7811 AB` or `7811 AA-7813 ZZ` as the first number and the one after the last."""
    ends = [_WRITTEN.fullmatch(each.strip().upper()) for each in text.split("-", 1)]
    first, last = ends[0], ends[-1]
    if first is None or last is None:
        raise NotAPostcode(text=text.strip())
    start = _first(first) + _ending(first["letters"] or "AA")
    end = _first(last) + _ending(last["letters"] or "ZZ") + 1
    if end <= start:
        raise NotAPostcode(text=text.strip())
    return start, end


def write_span(start: int, end: int) -> str:
    """Whole four digits stay four digits."""
    last = end - 1
    if start % LETTERS == 0 and end % LETTERS == 0:
        first, final = start // LETTERS, last // LETTERS
        return f"{first}" if first == final else f"{first}-{final}"
    return _written(start) if start == last else f"{_written(start)}-{_written(last)}"


def _first(match: re.Match[str]) -> int:
    return int(match["digits"]) * LETTERS


def _ending(letters: str) -> int:
    return (ord(letters[0]) - ord("A")) * 26 + ord(letters[1]) - ord("A")


def _written(number: int) -> str:
    digits, ending = divmod(number, LETTERS)
    return f"{digits} {chr(ord('A') + ending // 26)}{chr(ord('A') + ending % 26)}"
