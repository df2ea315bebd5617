"""Reading an ID token: OpenID Connect Core 3.1.3.7, every step of it, and nothing by default."""

from datetime import datetime, timedelta
from typing import Any

from joserfc import jwt
from joserfc.errors import ClaimError, ExpiredTokenError, InvalidKeyIdError, JoseError
from joserfc.jwk import KeySet

from plein.gateways.digid.types import Reason, SignInRefused

# An allow-list: a token cannot choose "none", nor use a public key as the secret of HS256.
_ALGORITHMS = ["PS256", "ES256"]
_CLOCK_DRIFT = timedelta(seconds=30)
_OLDEST = timedelta(minutes=5)


class UnknownKey(Exception):
    """Signed with a key that we have not read yet."""


def read_id_token(
    token: object, *, keys: KeySet, issuer: str, client_id: str, nonce: str, at: datetime
) -> dict[str, Any]:
    """The claims of a token that is whole, fresh and meant for us.

    Raises `SignInRefused`, or `UnknownKey` when the provider may have a new key.
    """
    claims = _verified(token, keys)
    registry = jwt.JWTClaimsRegistry(
        now=int(at.timestamp()),
        leeway=int(_CLOCK_DRIFT.total_seconds()),
        iss={"essential": True, "value": issuer},
        aud={"essential": True, "value": client_id},
        sub={"essential": True},
        exp={"essential": True},
        iat={"essential": True},
        nonce={"essential": True, "value": nonce},
    )
    try:
        registry.validate(claims)
    except ExpiredTokenError:
        raise SignInRefused(Reason.EXPIRED) from None
    except ClaimError as wrong:
        raise SignInRefused(_reason_for(wrong.claim)) from None
    _demand_for_us_alone(claims, client_id)
    if int(at.timestamp()) - claims["iat"] > _OLDEST.total_seconds():
        raise SignInRefused(Reason.EXPIRED)
    return claims


def _verified(token: object, keys: KeySet) -> dict[str, Any]:
    if not isinstance(token, str):
        raise SignInRefused(Reason.MALFORMED)
    try:
        return jwt.decode(token, keys, algorithms=_ALGORITHMS).claims
    except InvalidKeyIdError:
        raise UnknownKey from None
    except (JoseError, ValueError):
        raise SignInRefused(Reason.SIGNATURE) from None


def _demand_for_us_alone(claims: dict[str, Any], client_id: str) -> None:
    """A token for several parties must name us as the one that asked for it."""
    audience = claims["aud"]
    alone = audience in (client_id, [client_id])
    if claims.get("azp", client_id if alone else None) != client_id:
        raise SignInRefused(Reason.PARTY)


def _reason_for(claim: str) -> Reason:
    """Several missing claims come in one text, joined by commas: the first will do."""
    first = claim.split(",", maxsplit=1)[0]
    return next((reason for reason in Reason if reason == first), Reason.MALFORMED)
