"""A credential as it leaves the issuer: signed, with every claim in a disclosure of its own."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from secrets import token_bytes
from typing import Any

from joserfc.jwk import ECKey

from plein.kernel.sd_jwt.disclosures import HASH, RESERVED, Claim, disclosure, is_flat
from plein.kernel.sd_jwt.jws import sign
from plein.kernel.sd_jwt.keys import public_part
from plein.kernel.sd_jwt.text import digest, encode

TYP = "dc+sd-jwt"
SEPARATOR = "~"
_ROOM = 16  # digests in every credential: how many claims there are says nothing
_DIGEST_BYTES = 32


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Draft:
    """What is to be signed. `status_uri` and `status_index`: where it stands in a status list."""

    issuer: str
    vct: str
    claims: Mapping[str, Claim]
    issued_at: datetime
    expires_at: datetime
    status_uri: str
    status_index: int


def issue(draft: Draft, *, key: ECKey, holder: ECKey) -> str:
    """The credential with all its disclosures, bound to the key of the holder.

    Raises `ValueError` for a claim that is not flat, or whose name only the signed part may have.
    """
    for name, value in draft.claims.items():
        if name in RESERVED or not is_flat(value):
            raise ValueError(f"{name} cannot be a claim")
    disclosures = [disclosure(name, value) for name, value in draft.claims.items()]
    token = sign(_payload(draft, disclosures, holder), typ=TYP, key=key, kid=str(key.kid))
    return SEPARATOR.join([token, *disclosures, ""])


def _payload(draft: Draft, disclosures: list[str], holder: ECKey) -> dict[str, Any]:
    decoys = [encode(token_bytes(_DIGEST_BYTES)) for _ in range(_ROOM - len(disclosures))]
    return {
        "iss": draft.issuer,
        "vct": draft.vct,
        "iat": int(draft.issued_at.timestamp()),
        "exp": int(draft.expires_at.timestamp()),
        "status": {"status_list": {"idx": draft.status_index, "uri": draft.status_uri}},
        "cnf": {"jwk": public_part(holder)},
        "_sd": sorted([digest(each) for each in disclosures] + decoys),  # the order says nothing
        "_sd_alg": HASH,
    }
