"""The issuer of the invented PIDs: one key, and a list in which one place was withdrawn."""

from datetime import datetime, timedelta
from typing import Any

from joserfc.jwk import ECKey

from plein.gateways.wallet.simulator import settings
from plein.gateways.wallet.simulator.modes import Mode
from plein.gateways.wallet.types import PID_VCT
from plein.kernel.bsn import Bsn
from plein.kernel.sd_jwt import Draft, issue
from plein.kernel.sd_jwt.keys import new_key, public_part
from plein.kernel.sd_jwt.status_list import BITS, Status, StatusBits, sign_list

_GOOD, _WITHDRAWN = 1, 2  # places in the list
_key = new_key()


def status_uri() -> str:
    return f"{settings.PID_ISSUER}/status/1"


def about() -> dict[str, Any]:
    """JWT VC Issuer Metadata, with the key in it."""
    return {"issuer": settings.PID_ISSUER, "jwks": {"keys": [public_part(_key)]}}


def status_list(*, at: datetime) -> str:
    bits = StatusBits(BITS, bytes(256)).with_status(_WITHDRAWN, Status.INVALID)
    keep, lasts = timedelta(minutes=1), timedelta(hours=1)
    return sign_list(bits, uri=status_uri(), key=_key, at=at, keep=keep, lasts=lasts)


def pid_for(name: str, bsn: Bsn, *, holder: ECKey, mode: Mode, at: datetime) -> str:
    """The claims of the Dutch PID that the demo needs."""
    days = -1 if mode == Mode.EXPIRED else 365
    draft = Draft(
        issuer=settings.PID_ISSUER,
        vct=PID_VCT,
        claims={"bsn": bsn.reveal(), "given_name": name, "family_name": "van de demo"},
        issued_at=at - timedelta(days=30),
        expires_at=at + timedelta(days=days),
        status_uri=status_uri(),
        status_index=_WITHDRAWN if mode == Mode.REVOKED else _GOOD,
    )
    return issue(draft, key=_key, holder=holder)
