"""An SVG logo is let in by a list; whatever can run, load or grow stays outside."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plein.kernel.refusal import Refusal
from plein.tenants.svg import (
    DEEPEST,
    MOST_ELEMENTS,
    NotAnSvg,
    SvgHasNoSize,
    SvgNotAllowed,
    SvgTooComplex,
    read_svg,
)

OPEN = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'viewBox="0 0 9 9"'
)


def svg(inside: str = "", attributes: str = "") -> bytes:
    return f"{OPEN} {attributes}>{inside}</svg>".encode()


DRAWINGS = {
    "a path": '<path d="M0 0h9v9z" fill="#0a5a9c"/>',
    "a group that is moved": '<g transform="translate(1 2) rotate(4)"><circle r="2"/></g>',
    "a gradient of its own": (
        '<linearGradient id="a"><stop offset="0" stop-color="rgb(1,2,3)"/></linearGradient>'
        '<linearGradient id="b" xlink:href="#a"/><rect width="9" height="9" fill="url(#b)"/>'
    ),
    "a sheet of its own": '<style type="text/css">.st0{fill:#FFF;clip-path:url(#c)}</style>',
    "a sheet in CDATA": "<style><![CDATA[.a > .b{fill:red}]]></style>",
    "words": "<title>Gemeente @ Emmen</title><text x='1' font-family='Arial'>Emmen</text>",
    "a clip path": '<clipPath id="c"><path d="M0 0z"/></clipPath><g clip-path="url(#c)"/>',
}


@pytest.mark.parametrize("inside", DRAWINGS.values(), ids=DRAWINGS)
def test_a_drawing_is_let_in(inside):
    assert b"<svg" in read_svg(svg(inside))


ATTACKS = {
    "a script": "<script>alert(1)</script>",
    "a script by another name": '<s:script xmlns:s="http://www.w3.org/2000/svg">alert(1)</s:script>',
    "a script of HTML": '<script xmlns="http://www.w3.org/1999/xhtml">alert(1)</script>',
    "a script in a picture": '<g><defs><script href="data:text/javascript,1"/></defs></g>',
    "a script in capitals": "<SCRIPT>alert(1)</SCRIPT>",
    "HTML inside": '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>',
    "a frame of HTML": '<iframe xmlns="http://www.w3.org/1999/xhtml" src="//evil.example"/>',
    "what happens on a click": '<path onclick="alert(1)"/>',
    "what happens in capitals": '<path onClick="alert(1)"/>',
    "a link": '<a href="javascript:alert(1)"><path/></a>',
    "a link of old": '<a xlink:href="https://evil.example"><path/></a>',
    "a picture from elsewhere": '<image href="https://evil.example/x.png"/>',
    "a picture within": '<image href="data:image/svg+xml;base64,PHN2Zz4="/>',
    "another file": '<use href="https://evil.example/x.svg#a"/>',
    "itself again and again": '<g id="a"><use href="#a"/></g>',
    "stops from elsewhere": '<linearGradient href="https://evil.example/x.svg#a"/>',
    "stops of old from elsewhere": '<linearGradient xlink:href="//evil.example#a"/>',
    "stops of a script": '<linearGradient href="javascript:alert(1)"/>',
    "a reference where none belongs": '<path href="#a"/>',
    "paint from elsewhere": '<path fill="url(https://evil.example/#a)"/>',
    "paint in capitals": '<path fill="URL(//evil.example)"/>',
    "paint after paint": '<path fill="url(#a) url(http://evil.example)"/>',
    "paint that is not closed": '<path fill="url(//evil.example"/>',
    "style from elsewhere": '<path style="fill:url(https://evil.example/#a)"/>',
    "style with an escape": r'<path style="fill:\75rl(//evil.example)"/>',
    "style that is cut up": '<path style="fill:u/**/rl(x)"/>',
    "an image set": "<path style=\"fill:image-set('x.png' 1x)\"/>",
    "an old expression": '<path style="width:expression(alert(1))"/>',
    "an imported sheet": '<style>@import "https://evil.example/x.css";</style>',
    "a letter from elsewhere": "<style>@font-face{src:url(//evil.example/x.woff)}</style>",
    "a sheet with an address": "<style>.a{fill:url(https://evil.example)}</style>",
    "a sheet that ends early": "<style>&lt;/style&gt;&lt;script&gt;</style>",
    "a sheet by name": '<style src="//evil.example/x.css"/>',
    "movement": '<animate attributeName="href" to="javascript:alert(1)"/>',
    "a setting": '<set attributeName="onload" to="alert(1)"/>',
    "a filter": '<filter><feImage href="https://evil.example/x"/></filter>',
    "somebody's notes": '<metadata><rdf xmlns="urn:x"/></metadata>',
    "a program's own attribute": '<path xmlns:i="urn:inkscape" i:label="x"/>',
    "another base": '<g xml:base="https://evil.example/"/>',
    "a name of no language": "<path/><g xmlns=''><script/></g>",
}


@pytest.mark.parametrize("inside", ATTACKS.values(), ids=ATTACKS)
def test_what_is_no_drawing_is_refused_by_name(inside):
    with pytest.raises(SvgNotAllowed) as refusal:
        read_svg(svg(inside))

    assert refusal.value.details["what"]
    assert "of kies een png" in str(refusal.value)


@pytest.mark.parametrize("attribute", ['onload="alert(1)"', 'xml:base="//evil.example"'])
def test_the_outermost_element_is_checked_too(attribute):
    with pytest.raises(SvgNotAllowed):
        read_svg(svg("", attribute))


BOMB = (
    '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    f"{OPEN}><title>&b;</title></svg>"
)
FILE = f'<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>{OPEN}><title>&x;</title></svg>'
DTD = f'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://evil.example/x.dtd">{OPEN}></svg>'


@pytest.mark.parametrize("text", [BOMB, FILE, DTD], ids=["bomb", "file", "dtd"])
def test_a_document_that_declares_things_is_refused_unread(text):
    with pytest.raises(SvgNotAllowed, match="DOCTYPE"):
        read_svg(text.encode())


@pytest.mark.parametrize(
    "upload",
    [
        b"",
        b"<svg",
        b"<html><body>hoi</body></html>",
        b"<svg viewBox='0 0 9 9'/>",  # no language: a browser would not draw it
        b"<?xml version='1.0' encoding='x-none'?><svg/>",
        b"<svg xmlns='http://www.w3.org/2000/svg'>\xff\xfe</svg>",
        svg() + b"<script>alert(1)</script>",
    ],
)
def test_what_is_not_one_drawing_is_refused(upload):
    with pytest.raises(NotAnSvg):
        read_svg(upload)


def test_a_drawing_without_a_size_is_refused():
    with pytest.raises(SvgHasNoSize):
        read_svg(b'<svg xmlns="http://www.w3.org/2000/svg"><path/></svg>')


def test_a_drawing_of_too_many_parts_is_refused():
    assert read_svg(svg("<g/>" * (MOST_ELEMENTS - 1)))

    with pytest.raises(SvgTooComplex):
        read_svg(svg("<g/>" * MOST_ELEMENTS))


def test_a_drawing_that_goes_too_deep_is_refused():
    assert read_svg(svg("<g>" * (DEEPEST - 1) + "</g>" * (DEEPEST - 1)))

    for depth in (DEEPEST, 20_000):
        with pytest.raises(SvgTooComplex):
            read_svg(svg("<g>" * depth + "</g>" * depth))


def test_what_stands_around_and_between_does_not_survive():
    around = (
        b'<?xml version="1.0"?><?xml-stylesheet href="https://evil.example/x.css"?>'
        b"<!-- thuis bij Noor -->" + svg("<!-- hier --><?php 1 ?><path/>") + b"<!-- daar -->"
    )

    written = read_svg(around)

    assert written == (
        b"<?xml version='1.0' encoding='utf-8'?>\n"
        b'<svg viewBox="0 0 9 9" xmlns="http://www.w3.org/2000/svg"><path /></svg>'
    )


def test_what_is_written_is_let_in_again_unchanged():
    once = read_svg(svg("".join(DRAWINGS.values())))

    assert read_svg(once) == once
    assert b"xlink" not in once


@settings(max_examples=200, deadline=None, database=None)
@given(st.sampled_from([*DRAWINGS.values(), *ATTACKS.values()]), st.data())
def test_a_damaged_drawing_is_read_or_refused_and_never_an_error(inside, data):
    damaged = bytearray(svg(inside))
    for place in data.draw(st.lists(st.integers(0, len(damaged) - 1), max_size=6)):
        damaged[place] = data.draw(st.integers(0, 255))

    with suppress(Refusal):
        assert b"script>" not in read_svg(bytes(damaged)).lower()
