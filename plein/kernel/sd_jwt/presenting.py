"""A credential as its holder shows it: some of the claims, and a proof for this one occasion."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from joserfc.jwk import ECKey

from plein.kernel.sd_jwt.disclosures import Claim, read_disclosure
from plein.kernel.sd_jwt.issuing import SEPARATOR
from plein.kernel.sd_jwt.jws import sign
from plein.kernel.sd_jwt.text import digest

PROOF_TYP = "kb+jwt"


@dataclass(frozen=True, slots=True)
class Challenge:
    """Who asks, and a number for this one question: an answer to another is worth nothing."""

    nonce: str
    audience: str


def present(
    credential: str,
    names: Collection[str],
    *,
    challenge: Challenge,
    holder: ECKey,
    at: datetime,
) -> str:
    """The claims with these names, with key binding (RFC 9901, 4.3)."""
    token, *disclosures, _end = credential.split(SEPARATOR)
    shown = [each for each in disclosures if read_disclosure(each)[0] in names]
    shape = SEPARATOR.join([token, *shown, ""])
    return shape + proof(shape, challenge=challenge, holder=holder, at=at)


def claims_in(credential: str) -> dict[str, Claim]:
    """What the holder can choose from. It is the holder's own: nothing is checked."""
    _token, *disclosures, _end = credential.split(SEPARATOR)
    return dict(read_disclosure(each) for each in disclosures)


def proof(shape: str, *, challenge: Challenge, holder: ECKey, at: datetime) -> str:
    """The holder signs for exactly this selection (`sd_hash`), question and asker."""
    payload = {
        "iat": int(at.timestamp()),
        "aud": challenge.audience,
        "nonce": challenge.nonce,
        "sd_hash": digest(shape),
    }
    return sign(payload, typ=PROOF_TYP, key=holder)
