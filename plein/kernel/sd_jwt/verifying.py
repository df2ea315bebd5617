"""Reading what somebody shows: everything is checked before anything is believed."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from plein.kernel.sd_jwt.disclosures import Claim, shown_claims
from plein.kernel.sd_jwt.holder_proof import check_holder
from plein.kernel.sd_jwt.issuing import SEPARATOR, TYP
from plein.kernel.sd_jwt.jws import Unproven, read
from plein.kernel.sd_jwt.keys import Keys
from plein.kernel.sd_jwt.presenting import Challenge
from plein.kernel.sd_jwt.refusals import (
    Malformed,
    NoStatus,
    Revoked,
    Suspended,
    TooLarge,
    UnknownCredential,
    UnknownIssuer,
    UnknownKey,
)
from plein.kernel.sd_jwt.status_list import Status, read_list
from plein.kernel.sd_jwt.times import check_times

LARGEST = 64 * 1024  # characters; an honest one has a few thousand
FetchList = Callable[[str], str]  # the text at the address of a status list


@dataclass(frozen=True, slots=True)
class Trust:
    """Whose signature counts, and for which kinds of credential (`vct`)."""

    issuers: Mapping[str, Keys]
    credentials: Collection[str]


@dataclass(frozen=True, slots=True, repr=False)
class Verified:
    """What was shown, and is true. Its repr holds no value."""

    issuer: str
    vct: str
    claims: dict[str, Claim]
    expires_at: datetime


def verify(
    presentation: str,
    *,
    trust: Trust,
    challenge: Challenge,
    status_list: FetchList,
    at: datetime,
) -> Verified:
    """Raises a subclass of `NotAccepted` that names the cause.

    The caller made the nonce, and takes it once: that an answer was given before is not seen here.
    `status_list` raises `StatusUnknown` when the list cannot be had.
    """
    shape, token, disclosures, proof = _parts(presentation)
    shown = read(token, typ=TYP)
    keys = _check_issuer(shown, trust)
    claims = shown_claims(shown.payload, disclosures)
    until = check_times(shown.payload, at=at)
    check_holder(shown.payload, shape, proof, challenge=challenge, at=at)
    _check_status(shown.payload, keys, status_list, at)
    return Verified(shown.payload["iss"], shown.payload["vct"], claims, until)


def _parts(presentation: str) -> tuple[str, str, list[str], str]:
    if len(presentation) > LARGEST:
        raise TooLarge
    if not presentation.isascii() or SEPARATOR not in presentation:
        raise Malformed
    token, *disclosures, proof = presentation.split(SEPARATOR)
    return presentation[: len(presentation) - len(proof)], token, disclosures, proof


def _check_issuer(shown: Unproven, trust: Trust) -> Keys:
    issuer, vct = shown.payload.get("iss"), shown.payload.get("vct")
    if not isinstance(issuer, str) or issuer not in trust.issuers:
        raise UnknownIssuer
    keys = trust.issuers[issuer]
    if shown.kid not in keys:
        raise UnknownKey
    shown.demand_signed_by(keys[shown.kid])
    if not isinstance(vct, str) or vct not in trust.credentials:
        raise UnknownCredential
    return keys


def _check_status(
    payload: Mapping[str, Any], keys: Keys, status_list: FetchList, at: datetime
) -> None:
    found = payload.get("status")
    place = found.get("status_list") if isinstance(found, dict) else None
    if not isinstance(place, dict):
        raise NoStatus
    uri, index = place.get("uri"), place.get("idx")
    if not isinstance(uri, str) or not isinstance(index, int) or isinstance(index, bool):
        raise NoStatus
    status = read_list(status_list(uri), uri=uri, keys=keys, at=at).at(index)
    if status == Status.SUSPENDED:
        raise Suspended
    if status != Status.VALID:
        raise Revoked
