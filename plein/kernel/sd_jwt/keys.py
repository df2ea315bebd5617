"""P-256 keys: of issuers, each with a name, and of holders."""

from collections.abc import Mapping
from typing import Any

from joserfc.errors import JoseError
from joserfc.jwk import ECKey

CURVE = "P-256"
Keys = Mapping[str, ECKey]  # by name (`kid`)


def new_key() -> ECKey:
    return named(ECKey.generate_key(CURVE))


def read_pem(pem: str) -> ECKey:
    return named(ECKey.import_key(pem))


def to_pem(key: ECKey) -> str:
    """The private key as text, to be sealed before it is kept."""
    return key.as_pem(private=True).decode()


def named(key: ECKey) -> ECKey:
    """A key carries a name that follows from itself (RFC 7638)."""
    key.ensure_kid()
    return key


def public_part(key: ECKey) -> dict[str, Any]:
    """A JWK without its private half, for a key set or a `cnf`."""
    return {**key.as_dict(private=False), "use": "sig", "alg": "ES256"}


def read_public(jwk: object) -> ECKey:
    """Raises `ValueError` for anything but a public key on our curve."""
    if not isinstance(jwk, dict) or jwk.get("crv") != CURVE or "d" in jwk:
        raise ValueError("not a public key on P-256")
    try:
        return ECKey.import_key({name: jwk[name] for name in ("kty", "crv", "x", "y")})
    except (JoseError, KeyError, TypeError) as problem:
        raise ValueError("not a public key on P-256") from problem


def read_key_set(jwks: object) -> Keys:
    """The usable keys of a JWK Set (RFC 7517), by name; others are passed over."""
    entries = jwks.get("keys") if isinstance(jwks, dict) else None
    found = {}
    for entry in entries if isinstance(entries, list) else []:
        try:
            found[str(entry["kid"])] = read_public(entry)
        except (ValueError, KeyError, TypeError):
            continue
    return found
