"""A file of the bank, read while it passes: no entities, no document type, and nothing kept.

A statement of a large municipality has more entries than memory should hold, so each element is
given with the path down to it, and forgotten.
"""

import re
from collections.abc import Collection, Iterator
from typing import BinaryIO
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse
from django.utils.translation import gettext_lazy as _

from plein.kernel.refusal import Refusal

MOST_BYTES = 400 * 1024 * 1024  # 120,000 entries are about 150 MB
_DEEPEST = 25  # elements in each other; a statement has fourteen
_LONGEST = 140  # of a text that we read
_AMOUNT = re.compile(r"(?P<euros>\d{1,13})(?:\.(?P<cents>\d{1,2})0{0,3})?")
_SPACE = "urn:iso:std:iso:20022:tech:xsd:"


class NotABankFile(Refusal):
    message = _("Dit is geen bestand van de bank dat wij kennen. Kies een camt.053 of pain.002.")


class BankFileTooLarge(Refusal):
    message = _("Dit bestand is te groot. Vraag de bank om het in delen te sturen.")


class _Limited:
    """No more of a stream than we read."""

    def __init__(self, stream: BinaryIO) -> None:
        self.stream, self.left = stream, MOST_BYTES

    def read(self, size: int = -1) -> bytes:
        found = self.stream.read(size)
        self.left -= len(found)
        if self.left < 0:
            raise BankFileTooLarge
        return found


def paths(stream: BinaryIO, names: Collection[str]) -> Iterator[list[Element]]:
    """Down to each element with one of these names. Raises `NotABankFile`, `BankFileTooLarge`."""
    path: list[Element] = []
    try:
        for event, element in iterparse(_Limited(stream), ("start", "end"), forbid_dtd=True):
            if event == "start":
                path.append(element)
                _must_not_be_deeper(path)
                continue
            if local(element) in names:
                yield path
                path[-2].remove(element)
            path.pop()
    except (ParseError, DefusedXmlException, ValueError, LookupError):
        raise NotABankFile from None


def message_of(stream: BinaryIO) -> str:
    """Its name without version, such as "camt.053"; the stream is where it was before."""
    start = stream.tell()
    try:
        _event, root = next(iter(iterparse(_Limited(stream), ("start",), forbid_dtd=True)))
    except (ParseError, DefusedXmlException, ValueError, LookupError, StopIteration):
        raise NotABankFile from None
    finally:
        stream.seek(start)
    space, _brace, _name = str(root.tag).rpartition("}")
    if not space.startswith("{" + _SPACE):
        raise NotABankFile
    return ".".join(space.removeprefix("{" + _SPACE).split(".")[:2])


def local(element: Element) -> str:
    """The name without its namespace, which differs for each version."""
    return str(element.tag).rpartition("}")[2]


def child(element: Element | None, *names: str) -> Element | None:
    """Down by these names, by the first of each."""
    for name in names:
        if element is None:
            return None
        element = next((each for each in element if local(each) == name), None)
    return element


def text(element: Element | None, *names: str) -> str:
    found = child(element, *names)
    return (found.text or "").strip()[:_LONGEST] if found is not None else ""


def cents(amount: Element | None) -> int:
    """Of an amount; nought where it is not in euros. Raises `NotABankFile`."""
    found = _AMOUNT.fullmatch(text(amount) or "0")
    if not found:
        raise NotABankFile
    if amount is None or amount.get("Ccy", "EUR") != "EUR":
        return 0
    return int(found["euros"]) * 100 + int((found["cents"] or "0").ljust(2, "0"))


def _must_not_be_deeper(path: list[Element]) -> None:
    if len(path) > _DEEPEST:
        raise NotABankFile
