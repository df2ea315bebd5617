"""An issuer, a holder and somebody who asks, as every test of credentials knows them."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

import pytest
from joserfc.jwk import ECKey

from plein.kernel.sd_jwt import Challenge, Draft, Trust, Verified, issue, present, verify
from plein.kernel.sd_jwt.keys import new_key, public_part, read_key_set
from plein.kernel.sd_jwt.status_list import Status, StatusBits, sign_list
from tests.cast import NOON

ISSUER = "https://emmen.example"
VCT = "https://emmen.example/verklaringen/pasbewijs"
LIST = "https://emmen.example/status/1.jwt"
INDEX = 7
CLAIMS = {"pas_geldig": True, "is_18_plus": True, "naam": "Zoë", "kinderen": 2, "saldo": 12.5}
ASKED = Challenge("nonce-1", "https://winkel.example")


@dataclass(frozen=True)
class World:
    key: ECKey = field(default_factory=new_key)
    holder: ECKey = field(default_factory=new_key)
    stranger: ECKey = field(default_factory=new_key)

    @property
    def trust(self) -> Trust:
        return Trust({ISSUER: read_key_set({"keys": [public_part(self.key)]})}, {VCT})

    def draft(self, **changes: Any) -> Draft:
        draft = Draft(
            issuer=ISSUER,
            vct=VCT,
            claims=CLAIMS,
            issued_at=NOON - timedelta(days=1),
            expires_at=NOON + timedelta(days=29),
            status_uri=LIST,
            status_index=INDEX,
        )
        return replace(draft, **changes)

    def credential(self, **changes: Any) -> str:
        return issue(self.draft(**changes), key=self.key, holder=self.holder)

    def shown(self, names: Collection[str] = CLAIMS, challenge=ASKED, at=NOON, **changes) -> str:
        return present(
            self.credential(**changes), names, challenge=challenge, holder=self.holder, at=at
        )

    def list_with(self, status=Status.VALID, *, key=None, at=NOON, uri=LIST) -> str:
        bits = StatusBits(2, bytes(1024)).with_status(INDEX, status)
        keep, lasts = timedelta(minutes=1), timedelta(hours=1)
        return sign_list(bits, uri=uri, key=key or self.key, at=at, keep=keep, lasts=lasts)

    def check(self, presentation: str, *, challenge=ASKED, at=NOON, status_list=None) -> Verified:
        found = status_list or self.list_with(at=at)
        return verify(
            presentation,
            trust=self.trust,
            challenge=challenge,
            status_list=lambda _uri: found,
            at=at,
        )


@pytest.fixture(scope="session")
def world() -> World:
    return World()
