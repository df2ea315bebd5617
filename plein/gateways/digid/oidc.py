"""DigiD or eIDAS through OpenID Connect: code flow with PKCE, state, nonce, private_key_jwt."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from secrets import token_urlsafe
from typing import Any

from authlib.oauth2.rfc6749.parameters import prepare_grant_uri
from authlib.oauth2.rfc7636 import create_s256_code_challenge

from plein.gateways.digid.id_token import UnknownKey, read_id_token
from plein.gateways.digid.identifier import read_bsn
from plein.gateways.digid.level import Level
from plein.gateways.digid.means import Means
from plein.gateways.digid.oidc_settings import OidcSettings
from plein.gateways.digid.one_time import is_same
from plein.gateways.digid.providers import Provider, Providers
from plein.gateways.digid.token_endpoint import trade_code
from plein.gateways.digid.types import (
    Beginning,
    BsnUnknown,
    DigidUnreachable,
    Reason,
    SignedIn,
    SignInCancelled,
    SignInRefused,
)
from plein.kernel.bsn import Bsn

__all__ = ["OidcClient", "OidcSettings"]

_BEGINNING_LASTS = timedelta(minutes=30)  # time to find a phone and a forgotten PIN
_PROVIDER_IS_ILL = {"server_error", "temporarily_unavailable"}  # RFC 6749, 4.1.2.1
_known_providers = Providers()


class OidcClient:
    """Signs residents in at one municipality."""

    def __init__(self, settings: OidcSettings, *, providers: Providers = _known_providers) -> None:
        self._settings = settings
        self._providers = providers

    def begin(self, *, at: datetime) -> Beginning:
        """Raises `DigidUnreachable`, or `SignInRefused` when the provider's papers are wrong."""
        settings = self._settings
        state, nonce, verifier = token_urlsafe(32), token_urlsafe(32), token_urlsafe(64)
        url = prepare_grant_uri(
            self._provider(at).authorization_endpoint,
            client_id=settings.client_id,
            response_type="code",
            redirect_uri=settings.redirect_uri,
            scope="openid",
            state=state,
            nonce=nonce,
            acr_values=settings.means.uri_of(settings.minimum_level),
            prompt="login",  # on a shared computer the neighbour's login must not be reused
            code_challenge=create_s256_code_challenge(verifier),
            code_challenge_method="S256",
        )
        kept = {"client_id": settings.client_id, "issuer": settings.issuer, "state": state}
        kept |= {"nonce": nonce, "verifier": verifier, "begun_at": at.isoformat()}
        return Beginning(url, kept)

    def finish(
        self, *, kept: Mapping[str, str], answer: Mapping[str, str], at: datetime
    ) -> SignedIn:
        """Raises `SignInCancelled`, `SignInRefused`, `BsnUnknown` or `DigidUnreachable`."""
        self._demand_ours(kept, answer, at)
        token = trade_code(
            _code_in(answer),
            verifier=kept["verifier"],
            endpoint=self._provider(at).token_endpoint,
            settings=self._settings,
            at=at,
        )
        claims = self._claims_in(token, kept["nonce"], at)
        level = self._level_in(claims)
        return SignedIn(
            bsn=self._bsn_in(claims),
            level=level,
            at=at,
            session_id=str(claims.get("sid", "")),
        )

    def _provider(self, at: datetime) -> Provider:
        settings = self._settings
        return self._providers.find(settings.issuer, timeout=settings.timeout_seconds, at=at)

    def _demand_ours(
        self, kept: Mapping[str, str], answer: Mapping[str, str], at: datetime
    ) -> None:
        """Was this answer asked for in this session, by us, of this provider, and lately?"""
        settings = self._settings
        if not is_same(kept.get("state"), answer.get("state")):
            raise SignInRefused(Reason.STATE)
        if (kept["client_id"], kept["issuer"]) != (settings.client_id, settings.issuer):
            raise SignInRefused(Reason.OTHER_CLIENT)
        if answer.get("iss", settings.issuer) != settings.issuer:  # RFC 9207
            raise SignInRefused(Reason.ISSUER)
        if at - datetime.fromisoformat(kept["begun_at"]) > _BEGINNING_LASTS:
            raise SignInRefused(Reason.EXPIRED)

    def _claims_in(self, token: object, nonce: str, at: datetime) -> dict[str, Any]:
        try:
            return self._read(token, self._provider(at), nonce, at)
        except UnknownKey:
            settings = self._settings
            provider = self._providers.reread(
                settings.issuer, timeout=settings.timeout_seconds, at=at
            )
        try:
            return self._read(token, provider, nonce, at)
        except UnknownKey:
            raise SignInRefused(Reason.SIGNATURE) from None

    def _read(self, token: object, provider: Provider, nonce: str, at: datetime) -> dict[str, Any]:
        return read_id_token(
            token,
            keys=provider.keys,
            issuer=self._settings.issuer,
            client_id=self._settings.client_id,
            nonce=nonce,
            at=at,
        )

    def _bsn_in(self, claims: Mapping[str, Any]) -> Bsn:
        """DigiD always knows it. Of who comes from abroad it may not be known yet."""
        found = claims.get(self._settings.bsn_claim)
        if not found and self._settings.means is Means.EIDAS:
            raise BsnUnknown
        return read_bsn(str(found))

    def _level_in(self, claims: Mapping[str, Any]) -> Level:
        """Asking for a level does not make it so: check what came back."""
        level = Level.called(claims.get("acr"))
        if level is None or level < self._settings.minimum_level:
            raise SignInRefused(Reason.LEVEL)
        return level


def _code_in(answer: Mapping[str, str]) -> str:
    error = answer.get("error")
    if error == "access_denied":
        raise SignInCancelled
    if error in _PROVIDER_IS_ILL:
        raise DigidUnreachable
    if error or not answer.get("code"):
        raise SignInRefused(Reason.PROVIDER)
    return answer["code"]
