"""What an identity provider says of itself (OpenID Connect Discovery 1.0), remembered briefly."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Lock
from typing import Any

from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from plein.gateways.back_channel import is_safe
from plein.gateways.digid.back_channel import call
from plein.gateways.digid.types import Reason, SignInRefused

_LASTS = timedelta(hours=1)
_AT_MOST = 64  # providers; a municipality has one, and many share one


@dataclass(frozen=True, slots=True)
class Provider:
    issuer: str
    authorization_endpoint: str
    token_endpoint: str
    keys: KeySet
    read_at: datetime

    def is_fresh_at(self, at: datetime) -> bool:
        return abs(at - self.read_at) < _LASTS


class Providers:
    """The providers we read before. One per process; a restart or an hour forgets them."""

    def __init__(self) -> None:
        self._known: dict[str, Provider] = {}
        self._lock = Lock()

    def find(self, issuer: str, *, timeout: float, at: datetime) -> Provider:
        known = self._known.get(issuer)
        if known is not None and known.is_fresh_at(at):
            return known
        return self.reread(issuer, timeout=timeout, at=at)

    def reread(self, issuer: str, *, timeout: float, at: datetime) -> Provider:
        """Ask again: a provider that replaces its key signs with one that we have not seen."""
        provider = _read(issuer, timeout=timeout, at=at)
        with self._lock:
            self._known.pop(issuer, None)
            if len(self._known) >= _AT_MOST:
                del self._known[next(iter(self._known))]
            self._known[issuer] = provider
        return provider


def _read(issuer: str, *, timeout: float, at: datetime) -> Provider:
    found = _document(issuer.rstrip("/") + "/.well-known/openid-configuration", timeout)
    if found.get("issuer") != issuer:
        raise SignInRefused(Reason.ISSUER)
    if not is_safe(str(found.get("authorization_endpoint"))):
        raise SignInRefused(Reason.MALFORMED)
    try:
        keys = KeySet.import_key_set(_document(str(found["jwks_uri"]), timeout))  # type: ignore[arg-type]
        return Provider(
            issuer=issuer,
            authorization_endpoint=found["authorization_endpoint"],
            token_endpoint=str(found["token_endpoint"]),
            keys=keys,
            read_at=at,
        )
    except (JoseError, KeyError, TypeError, ValueError):
        raise SignInRefused(Reason.MALFORMED) from None


def _document(url: str, timeout: float) -> dict[str, Any]:
    return call("GET", url, timeout=timeout).json()
