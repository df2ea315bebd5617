"""Signed texts (RFC 7515): ES256, and nothing that the text itself could choose."""

from dataclasses import dataclass
from typing import Any

from joserfc import jws
from joserfc.errors import JoseError
from joserfc.jwk import ECKey

from plein.kernel.sd_jwt.refusals import Malformed, WrongAlgorithm, WrongSignature, WrongTyp
from plein.kernel.sd_jwt.text import decode, read_object, to_json

ALGORITHM = "ES256"
_PARTS = 3


@dataclass(frozen=True, slots=True, repr=False)
class Unproven:
    """A signed text that was read; nothing in it is true before `demand_signed_by`."""

    text: str
    kid: str
    payload: dict[str, Any]

    def demand_signed_by(self, key: ECKey) -> None:
        """Raises `WrongSignature`."""
        try:
            jws.deserialize_compact(self.text, key, algorithms=[ALGORITHM])
        except (JoseError, ValueError):
            raise WrongSignature from None


def sign(payload: dict[str, Any], *, typ: str, key: ECKey, kid: str = "") -> str:
    header = {"alg": ALGORITHM, "typ": typ, **({"kid": kid} if kid else {})}
    return jws.serialize_compact(header, to_json(payload), key, algorithms=[ALGORITHM])


def read(text: str, *, typ: str) -> Unproven:
    """Raises `Malformed`, `WrongAlgorithm` or `WrongTyp`.

    Keys or addresses in the header (`jwk`, `jku`, `x5u`) are never used, and what a header calls
    critical we do not know.
    """
    parts = text.split(".")
    if len(parts) != _PARTS:
        raise Malformed
    head, payload, _signature = (decode(part) for part in parts)
    header = read_object(head)
    if header.get("alg") != ALGORITHM:
        raise WrongAlgorithm
    if header.get("typ") != typ:
        raise WrongTyp
    if "crit" in header:
        raise Malformed
    return Unproven(text, str(header.get("kid", "")), read_object(payload))
