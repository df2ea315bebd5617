"""Asks a wallet for the PID, and checks the answer (OpenID4VP 1.0, section 8 and appendix B.3)."""

import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from secrets import token_urlsafe

from plein.gateways.wallet.issuer import PidIssuer
from plein.gateways.wallet.request import ASKED, QUERY_ID, client_id, request_url
from plein.gateways.wallet.types import (
    PID_VCT,
    NotConnected,
    Pid,
    Question,
    WalletAnswerIncomplete,
    WalletAnswerRefused,
    WalletDeclined,
)
from plein.kernel.bsn import Bsn, NotABsn
from plein.kernel.clock import local_day
from plein.kernel.sd_jwt import Challenge, Trust, Verified, verify

LASTS = timedelta(minutes=10)  # to take a phone and type a PIN


@dataclass(frozen=True, slots=True)
class WalletSettings:
    wallet: str  # where the browser goes: `openid4vp://authorize`, or the address of a web wallet
    pid_issuer: str
    response_uri: str  # where the wallet posts


class WalletClient:
    def __init__(self, settings: WalletSettings) -> None:
        self._settings = settings
        self._issuer = PidIssuer(settings.pid_issuer)

    def begin(self, *, at: datetime) -> Question:
        """Raises `NotConnected`."""
        settings = self._settings
        if not settings.wallet or not settings.pid_issuer:
            raise NotConnected
        state, nonce = token_urlsafe(32), token_urlsafe(32)
        url = request_url(
            settings.wallet, response_uri=settings.response_uri, nonce=nonce, state=state
        )
        return Question(url, {"state": state, "nonce": nonce, "asked_at": at.isoformat()})

    def finish(self, *, kept: Mapping[str, str], answer: Mapping[str, str], at: datetime) -> Pid:
        """`answer` is the form that the wallet posted; the caller takes `kept` once.

        Raises `WalletDeclined`, `WalletAnswerRefused`, `WalletAnswerIncomplete`,
        `IssuerUnreachable`, or why the credential is not accepted (`kernel.sd_jwt.refusals`).
        """
        _demand_ours(kept, answer, at)
        if answer.get("error") == "access_denied":
            raise WalletDeclined
        presentation = _presentation_in(answer.get("vp_token", ""))
        verified = verify(
            presentation,
            trust=Trust({self._settings.pid_issuer: self._issuer.keys()}, {PID_VCT}),
            challenge=Challenge(kept["nonce"], client_id(self._settings.response_uri)),
            status_list=self._issuer.status_list,
            at=at,
        )
        return _pid_in(verified)


def _demand_ours(kept: Mapping[str, str], answer: Mapping[str, str], at: datetime) -> None:
    """Was this asked in this session, and lately?"""
    state = kept.get("state", "")
    if not state or not hmac.compare_digest(state.encode(), answer.get("state", "").encode()):
        raise WalletAnswerRefused
    if at - datetime.fromisoformat(kept["asked_at"]) > LASTS:
        raise WalletAnswerRefused


def _presentation_in(vp_token: str) -> str:
    """One presentation under the name of our one question, and nothing else."""
    try:
        found = json.loads(vp_token)
    except (ValueError, RecursionError):
        raise WalletAnswerRefused from None
    shown = found.get(QUERY_ID) if isinstance(found, dict) and len(found) == 1 else None
    if not isinstance(shown, list) or len(shown) != 1 or not isinstance(shown[0], str):
        raise WalletAnswerRefused
    return shown[0]


def _pid_in(verified: Verified) -> Pid:
    """What we did not ask for is left where it is."""
    if not set(ASKED) <= set(verified.claims):
        raise WalletAnswerIncomplete
    try:
        bsn = Bsn(str(verified.claims["bsn"]))
    except NotABsn:
        raise WalletAnswerIncomplete from None
    return Pid(bsn, verified.issuer, local_day(verified.expires_at - timedelta(seconds=1)))
