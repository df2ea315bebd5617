"""An SVG logo: let in by a list of what may be in it, and written anew from what was read.

An SVG is a document that can carry scripts, other documents and addresses elsewhere. Only drawing
is let in: known elements with known attributes of SVG itself, and references within the file.
Comments, processing instructions and what is before or after the drawing do not survive.
"""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, tostring

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring
from django.utils.translation import gettext_lazy as _

from plein.kernel.refusal import Refusal
from plein.tenants.svg_names import ATTRIBUTES, ELEMENTS, FUNCTIONS, REFERRING

MOST_ELEMENTS, DEEPEST = 2_000, 30
SVG = "http://www.w3.org/2000/svg"
XLINK_HREF = "{http://www.w3.org/1999/xlink}href"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

_WITHIN = re.compile(r"#[\w.-]+")
_FUNCTION = re.compile(r"([\w-]+)\(\s*([^)]*)")
_MORE_THAN_STYLE = re.compile(r"[@\\<]|/\*|//|script\s*:|data\s*:", re.IGNORECASE)


class NotAnSvg(Refusal):
    message = _(
        "Dit bestand is geen svg die wij kunnen lezen. Bewaar het logo opnieuw, of als png."
    )


class SvgHasNoSize(Refusal):
    message = _(
        "Dit logo zegt niet hoe groot het is (viewBox). Bewaar het opnieuw vanuit uw "
        "tekenprogramma, of kies een png."
    )


class SvgNotAllowed(Refusal):
    message = _(
        "In dit logo staat iets dat geen tekening is: {what}. Bewaar het als eenvoudige svg "
        "(“plain svg”, letters als vormen), of kies een png."
    )


class SvgTooComplex(Refusal):
    message = _("Dit logo heeft te veel onderdelen. Maak de tekening eenvoudiger, of kies een png.")


def read_svg(upload: bytes) -> bytes:
    """The drawing as UTF-8. Raises `NotAnSvg`, `SvgHasNoSize`, `SvgNotAllowed`, `SvgTooComplex`."""
    try:
        root = fromstring(upload, forbid_dtd=True)
    except DefusedXmlException:
        raise SvgNotAllowed(what="DOCTYPE") from None
    except (ParseError, ValueError, LookupError):  # not XML, or letters of an unknown kind
        raise NotAnSvg from None
    if root.tag != f"{{{SVG}}}svg":
        raise NotAnSvg
    _check_size_of_tree(root)
    for element in root.iter():
        _check(element)
    if not root.get("viewBox"):
        raise SvgHasNoSize
    return _written(root)


def _check_size_of_tree(root: Element) -> None:
    if sum(1 for _each in root.iter()) > MOST_ELEMENTS or _is_deeper(root, DEEPEST):
        raise SvgTooComplex


def _is_deeper(root: Element, most: int) -> bool:
    """By level and not by recursion: an upload decides how deep it goes."""
    level = [root]
    for _depth in range(most):
        level = [child for element in level for child in element]
    return bool(level)


def _check(element: Element) -> None:
    name = _svg_name(element.tag)
    if name not in ELEMENTS:
        raise SvgNotAllowed(what=_shown(element.tag))
    for attribute, value in element.items():
        if not _may_have(name, attribute, value):
            raise SvgNotAllowed(what=_shown(attribute))
    if name == "style" and not is_plain_style(element.text or ""):
        raise SvgNotAllowed(what="style")


def _may_have(element: str, attribute: str, value: str) -> bool:
    if attribute in ("href", XLINK_HREF):
        return element in REFERRING and _WITHIN.fullmatch(value) is not None
    return attribute == XML_SPACE or (attribute in ATTRIBUTES and is_plain_style(value))


def is_plain_style(value: str) -> bool:
    """True for values and rules that load nothing: functions that draw, and `url(#here)`."""
    return not _MORE_THAN_STYLE.search(value) and all(_draws(*call) for call in _calls(value))


def _calls(value: str) -> Iterator[tuple[str, str]]:
    for name, argument in _FUNCTION.findall(value):
        yield name.lower(), argument.strip().strip("'\"")


def _draws(function: str, argument: str) -> bool:
    if function == "url":
        return _WITHIN.fullmatch(argument) is not None
    return function in FUNCTIONS


def _svg_name(tag: str) -> str:
    return tag.removeprefix(f"{{{SVG}}}") if tag.startswith(f"{{{SVG}}}") else ""


def _shown(tag: str) -> str:
    """The name without its namespace, for a sentence."""
    return tag.rpartition("}")[2][:40]


def _written(root: Element) -> bytes:
    """By plain names under one namespace; the old `xlink:href` becomes the `href` of SVG 2."""
    for element in root.iter():
        element.tag = _svg_name(element.tag)
        if XLINK_HREF in element.attrib:
            element.set("href", element.attrib.pop(XLINK_HREF))
    root.set("xmlns", SVG)
    written: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return written
