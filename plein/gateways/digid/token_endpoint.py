"""Trading a code for an ID token, over our own line to the provider."""

from datetime import datetime, timedelta
from http import HTTPStatus

from authlib.oauth2.rfc7523 import private_key_jwt_sign

from plein.gateways.digid.back_channel import call
from plein.gateways.digid.keys import SIGNING_ALGORITHM, read_signing_key
from plein.gateways.digid.oidc_settings import OidcSettings
from plein.gateways.digid.types import Reason, SignInRefused

_PROOF_LASTS = timedelta(minutes=1)
_PROOF_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"  # RFC 7523, 2.2


def trade_code(
    code: str, *, verifier: str, endpoint: str, settings: OidcSettings, at: datetime
) -> object:
    """The ID token, not yet judged. Raises `SignInRefused` or `DigidUnreachable`."""
    form = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": settings.redirect_uri,
        "code_verifier": verifier,
        "client_id": settings.client_id,
        "client_assertion_type": _PROOF_TYPE,
        "client_assertion": _proof(settings, endpoint, at),
    }
    answer = call("POST", endpoint, timeout=settings.timeout_seconds, data=form)
    if answer.status != HTTPStatus.OK:
        raise SignInRefused(Reason.CODE)
    return answer.json().get("id_token")


def _proof(settings: OidcSettings, audience: str, at: datetime) -> str:
    """Who asks, signed with our own key: there is no shared secret to lose (RFC 7523)."""
    key = read_signing_key(settings.signing_key)
    signed: str = private_key_jwt_sign(
        key,
        client_id=settings.client_id,
        token_endpoint=audience,
        alg=SIGNING_ALGORITHM,
        header={"kid": key.kid},
        issued_at=int(at.timestamp()),
        expires_at=int((at + _PROOF_LASTS).timestamp()),
    )
    return signed
