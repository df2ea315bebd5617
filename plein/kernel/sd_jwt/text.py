"""Bytes and JSON as tokens carry them, read in one way only.

A token that can be written in two ways can be told apart by nobody: so no spare bits in base64url
(RFC 4648, 3.5), no name twice in an object (RFC 8259, 4), and no numbers that JSON does not have.
"""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from hashlib import sha256
from typing import Any

from plein.kernel.sd_jwt.refusals import Malformed


def encode(plain: bytes) -> str:
    return urlsafe_b64encode(plain).rstrip(b"=").decode()


def decode(text: str) -> bytes:
    """Raises `Malformed`."""
    try:
        plain = urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except ValueError:
        raise Malformed from None
    if encode(plain) != text:
        raise Malformed
    return plain


def digest(text: str) -> str:
    """SHA-256 over the text itself, as the spec hashes disclosures and presentations."""
    return encode(sha256(text.encode()).digest())


def to_json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def read_json(plain: bytes) -> Any:
    """Raises `Malformed`, also for a name that stands in an object twice."""
    try:
        return _READER.decode(plain.decode())
    except (ValueError, RecursionError):
        raise Malformed from None


def read_object(plain: bytes) -> dict[str, Any]:
    found = read_json(plain)
    if not isinstance(found, dict):
        raise Malformed
    return found


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name stands here twice")
    return found


def _no_number(_text: str) -> None:
    raise ValueError("NaN and Infinity are not JSON")


_READER = json.JSONDecoder(object_pairs_hook=_once, parse_constant=_no_number)
