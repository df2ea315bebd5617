"""The provider's key, and ID tokens signed with it, or with something else on request."""

import hmac
import json
from typing import Any

from joserfc import jwt
from joserfc.jwk import ECKey
from joserfc.util import urlsafe_b64encode

from plein.gateways.digid.keys import new_signing_key, public_jwks, read_signing_key
from plein.gateways.digid.simulator.faults import Fault

_key_pem = new_signing_key()
_key = read_signing_key(_key_pem)
jwks = public_jwks(_key_pem)


def sign(claims: dict[str, Any], fault: Fault) -> str:
    if fault is Fault.UNSIGNED:
        return _text({"alg": "none"}, claims) + "."
    if fault is Fault.HMAC:
        return _with_public_key_as_secret(claims)
    key, kid = _key, _key.kid
    if fault in {Fault.FORGED, Fault.UNKNOWN_KEY}:
        key = ECKey.generate_key("P-256", auto_kid=True)
    if fault is Fault.UNKNOWN_KEY:
        kid = key.kid
    return jwt.encode({"alg": "ES256", "kid": kid}, claims, key)


def _with_public_key_as_secret(claims: dict[str, Any]) -> str:
    """The oldest trick: everybody knows the public key, so everybody can sign with it."""
    text = _text({"alg": "HS256", "kid": _key.kid}, claims)
    signature = hmac.digest(_key.as_pem(private=False), text.encode(), "sha256")
    return f"{text}.{urlsafe_b64encode(signature).decode()}"


def _text(header: dict[str, Any], claims: dict[str, Any]) -> str:
    parts = [json.dumps(part).encode() for part in (header, claims)]
    return ".".join(urlsafe_b64encode(part).decode() for part in parts)
