"""Looking into a PDF without running it: what it is made of, also where that is packed."""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

MOST_UNPACKED = 50 * 1024 * 1024  # bytes; what is packed are words, of some kilobytes
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")  # /J#61vaScript is /JavaScript
# Every action that runs something carries one of these; all are too long to be there by chance.
_ACTIVE = (b"/JavaScript", b"/Rendition", b"/Launch", b"/EmbeddedFile", b"/RichMedia")
_XFA = re.compile(rb"/XFA[\s\[\d]")
_PAGE = re.compile(rb"/Type\s*/Page(?![A-Za-z0-9])")
_PACKED = re.compile(rb"/ObjStm\b.{0,2000}?stream\r?\n", re.DOTALL)
_ZIP_END, _ZIP_END_WITHIN = b"PK\x05\x06", 66_000  # bytes; its comment is at most 65,535


class UnpacksTooFar(Exception):
    """It grows beyond what an honest PDF holds."""


class CannotLook(Exception):
    """Its end is missing, or it is packed in a way that we do not open."""


@dataclass(frozen=True, slots=True)
class Seen:
    has_programs: bool
    has_password: bool
    pages: int


def look_into(upload: bytes) -> Seen:
    """Raises `UnpacksTooFar` and `CannotLook`."""
    if not _ends_well(upload):
        raise CannotLook
    words = _plain(upload)
    has_password = b"/Encrypt" in words
    if not has_password:
        words += b"\n".join(map(_plain, _unpacked(words, upload)))
    return Seen(
        has_programs=any(word in words for word in _ACTIVE) or bool(_XFA.search(words)),
        has_password=has_password,
        pages=len(_PAGE.findall(words)),
    )


def _ends_well(upload: bytes) -> bool:
    """Nothing hangs on behind it: no second file."""
    _before, mark, after = upload.rpartition(b"%%EOF")
    return (
        bool(mark) and not after.strip(b"\r\n\t \0") and _ZIP_END not in upload[-_ZIP_END_WITHIN:]
    )


def _plain(content: bytes) -> bytes:
    return _ESCAPED.sub(lambda found: bytes([int(found[1], 16)]), content)


def _unpacked(words: bytes, upload: bytes) -> Iterator[bytes]:
    """Object streams, in which a PDF packs its objects together; every one of them, or none."""
    left, opened = MOST_UNPACKED, 0
    for found in _PACKED.finditer(upload):
        about = upload[upload.rfind(b"obj", 0, found.start()) : found.end()]
        part = _inflated(upload, found.end(), left) if b"/Filter" in about else b""
        if b"/Predictor" in about:
            raise CannotLook
        left, opened = left - len(part), opened + 1
        yield part
    if words.count(b"/ObjStm") != opened:
        raise CannotLook


def _inflated(upload: bytes, start: int, most: int) -> bytes:
    stream = zlib.decompressobj()
    try:
        found = stream.decompress(memoryview(upload)[start:], max(most, 1))
    except zlib.error:
        raise CannotLook from None
    if not stream.eof and len(found) >= most:
        raise UnpacksTooFar
    return found
