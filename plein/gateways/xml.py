"""XML of others, as plain structures: no entities, no documents inside it, no bottomless depth."""

from collections.abc import Iterable
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from plein.gateways.answers import AnswerRefused, Reason

_DEEPEST = 20  # elements in each other; the deepest message of SUWI has eleven
Plain = dict[str, "tuple[str | Plain, ...]"]


def parse_xml(body: bytes) -> Element:
    """Raises `AnswerRefused` for anything but sound XML without a document type."""
    try:
        root: Element = fromstring(body, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError):
        raise AnswerRefused(Reason.SCHEMA) from None
    return root


def plain(element: Element, depth: int = 0) -> Plain:
    """Each name with everything under that name, in order. Empty elements are left out.

    Only elements without a namespace are read: that is how SuwiML writes its own.
    """
    if depth > _DEEPEST:
        raise AnswerRefused(Reason.SCHEMA)
    found: dict[str, list[str | Plain]] = {}
    for child in _own(element):
        value = plain(child, depth + 1) if len(child) else (child.text or "").strip()
        if value:
            found.setdefault(child.tag, []).append(value)
    return {name: tuple(values) for name, values in found.items()}


def _own(element: Element) -> Iterable[Element]:
    return (child for child in element if not child.tag.startswith("{"))
