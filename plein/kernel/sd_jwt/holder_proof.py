"""Is it the holder who shows this, to us, now? (RFC 9901, 7.3)"""

import hmac
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from joserfc.jwk import ECKey

from plein.kernel.sd_jwt.jws import read
from plein.kernel.sd_jwt.keys import read_public
from plein.kernel.sd_jwt.presenting import PROOF_TYP, Challenge
from plein.kernel.sd_jwt.refusals import (
    NoHolderKey,
    NoHolderProof,
    ProofNotFresh,
    WrongAudience,
    WrongHolderProof,
    WrongNonce,
    WrongPresentation,
    WrongSignature,
)
from plein.kernel.sd_jwt.text import digest
from plein.kernel.sd_jwt.times import LEEWAY, moment_in

PROOF_LASTS = timedelta(minutes=5)


def check_holder(
    payload: Mapping[str, Any], shape: str, proof: str, *, challenge: Challenge, at: datetime
) -> None:
    """`shape` is all that was shown before the proof."""
    key = _holder_key(payload)
    if not proof:
        raise NoHolderProof
    shown = read(proof, typ=PROOF_TYP)
    try:
        shown.demand_signed_by(key)
    except WrongSignature:
        raise WrongHolderProof from None
    if not _same(shown.payload.get("nonce"), challenge.nonce):
        raise WrongNonce
    if shown.payload.get("aud") != challenge.audience:
        raise WrongAudience
    if not _same(shown.payload.get("sd_hash"), digest(shape)):
        raise WrongPresentation
    made_at = moment_in(shown.payload, "iat")
    if made_at is None or not -LEEWAY <= at - made_at <= PROOF_LASTS:
        raise ProofNotFresh


def _holder_key(payload: Mapping[str, Any]) -> ECKey:
    confirmation = payload.get("cnf")
    try:
        return read_public(confirmation.get("jwk") if isinstance(confirmation, dict) else None)
    except ValueError:
        raise NoHolderKey from None


def _same(shown: object, wanted: str) -> bool:
    return isinstance(shown, str) and hmac.compare_digest(shown.encode(), wanted.encode())
