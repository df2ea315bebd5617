"""What can be shown or left out: a salt, a name and a value, known to the issuer by its digest."""

from collections.abc import Iterable, Mapping
from secrets import token_urlsafe
from typing import Any

from plein.kernel.sd_jwt.refusals import (
    BrokenDisclosure,
    DoubleDisclosure,
    Malformed,
    ReservedName,
    UnknownDisclosure,
)
from plein.kernel.sd_jwt.text import decode, digest, encode, read_json, to_json

Claim = str | int | float | bool  # flat, as wallets can show it
SIGNED = {"iss", "iat", "nbf", "exp", "cnf", "vct", "vct#integrity", "status", "sub"}
RESERVED = SIGNED | {"_sd", "_sd_alg", "..."}  # RFC 9901, 4.2; SD-JWT VC, 3.2.2.2
HASH = "sha-256"
_SALT_BYTES = 16  # 128 bits (RFC 9901, 9.3)
_PARTS = 3


def disclosure(name: str, value: Claim) -> str:
    return encode(to_json([token_urlsafe(_SALT_BYTES), name, value]).encode())


def read_disclosure(text: str) -> tuple[str, Claim]:
    """The name and the value. Raises `BrokenDisclosure`."""
    try:
        found = read_json(decode(text))
    except Malformed:
        raise BrokenDisclosure from None
    if not isinstance(found, list) or len(found) != _PARTS:
        raise BrokenDisclosure
    salt, name, value = found
    if not isinstance(salt, str) or not isinstance(name, str) or not is_flat(value):
        raise BrokenDisclosure
    return name, value


def is_flat(value: object) -> bool:
    return isinstance(value, (str, int, float, bool))


def shown_claims(payload: Mapping[str, Any], disclosures: Iterable[str]) -> dict[str, Claim]:
    """What is shown, and nothing that was not signed for (RFC 9901, 7.1)."""
    digests = _digests(payload)
    claims = _open_claims(payload)
    for text in disclosures:
        name, value = read_disclosure(text)
        if name in RESERVED:
            raise ReservedName
        if digest(text) not in digests:
            raise UnknownDisclosure
        if name in claims:
            raise DoubleDisclosure
        claims[name] = value
    return claims


def _digests(payload: Mapping[str, Any]) -> set[str]:
    found = payload.get("_sd", [])
    if payload.get("_sd_alg", HASH) != HASH or not isinstance(found, list):
        raise Malformed
    if not all(isinstance(each, str) for each in found):
        raise Malformed
    if len(set(found)) != len(found):
        raise DoubleDisclosure
    return set(found)


def _open_claims(payload: Mapping[str, Any]) -> dict[str, Claim]:
    """What cannot be left out. A nested claim could hide digests, so we take none."""
    claims = {name: value for name, value in payload.items() if name not in RESERVED}
    if "..." in payload or not all(is_flat(value) for value in claims.values()):
        raise Malformed
    return claims
