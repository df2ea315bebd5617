"""Finding planted values in bytes, however they are written."""

import re
from base64 import b64decode
from binascii import Error

# Numbers begin with 99998 and names are Zyx…qua: both short enough to look for in any encoding.
_TEXT = re.compile(rb"99998\d{4}|Zyx[a-j]+qua")
_WIDE = re.compile(
    rb"9\x009\x009\x009\x008\x00(?:\d\x00){3}\d|Z\x00y\x00x\x00(?:[a-j]\x00)+q\x00u\x00a"
)
_HEX = re.compile(rb"3939393938(?:3\d){4}|5a7978(?:6[1-9a])+717561", re.IGNORECASE)
_ESCAPED = re.compile(rb"\\u00[0-9a-fA-F]{2}(?:\\u00[0-9a-fA-F]{2}){8,}")  # begins plainly: fast
_BASE64 = re.compile(rb"[A-Za-z0-9+/_-]{12,}")


def values_in(data: bytes) -> set[str]:
    """In plain text, UTF-16 of both kinds, hex, JSON escapes, and base64 from any offset."""
    wide = [match.replace(b"\0", b"") for match in _WIDE.findall(data)]
    hexed = [bytes.fromhex(match.decode()) for match in _HEX.findall(data)]
    escaped = [match.decode("unicode_escape").encode() for match in _ESCAPED.findall(data)]
    decoded = [part for run in _BASE64.findall(data) for part in _decoded(run)]
    texts = [data, *wide, *hexed, *escaped, *decoded]
    return {match.decode() for text in texts for match in _TEXT.findall(text)}


def _decoded(run: bytes) -> list[bytes]:
    """A run from each of its four beginnings."""
    parts = []
    for start in range(4):
        part = run[start:].translate(bytes.maketrans(b"-_", b"+/"))
        try:
            parts.append(b64decode(part[: len(part) // 4 * 4]))
        except Error:
            continue
    return parts
