"""What the simulator remembers while it runs: codes that were given, proofs that were shown."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from secrets import token_urlsafe
from threading import Lock
from typing import Any

from plein.gateways.digid.level import Level
from plein.gateways.digid.means import Means

_CODE_LASTS = timedelta(seconds=60)
_PROOF_LASTS = timedelta(minutes=10)


@dataclass(frozen=True, slots=True, kw_only=True)
class Login:
    """Somebody signed in, and their browser is on its way back with a code."""

    client_id: str
    redirect_uri: str
    challenge: str
    nonce: str
    bsn: str  # empty for who has none, with eIDAS
    level: Level
    means: Means
    at: datetime


class Memory:
    def __init__(self) -> None:
        self._lock = Lock()
        self._logins: dict[str, Login] = {}
        self._proofs: dict[str, datetime] = {}

    def keep(self, login: Login) -> str:
        """The code for this login."""
        code = token_urlsafe(32)
        with self._lock:
            _drop(self._logins, [c for c, old in self._logins.items() if _is_late(old, login.at)])
            self._logins[code] = login
        return code

    def take(self, code: str, *, at: datetime) -> Login | None:
        """The login behind a code: once, and within a minute (RFC 6749, 4.1.2)."""
        with self._lock:
            login = self._logins.pop(code, None)
        return None if login is None or _is_late(login, at) else login

    def is_new_proof(self, jti: str, *, at: datetime) -> bool:
        """A client proves who it is with a fresh token each time (RFC 7523, 3)."""
        with self._lock:
            _drop(self._proofs, [j for j, seen in self._proofs.items() if at - seen > _PROOF_LASTS])
            is_new = jti not in self._proofs
            self._proofs.setdefault(jti, at)
        return is_new


def _is_late(login: Login, at: datetime) -> bool:
    return at - login.at > _CODE_LASTS


def _drop(known: dict[str, Any], keys: Iterable[str]) -> None:
    for key in keys:
        del known[key]


memory = Memory()
