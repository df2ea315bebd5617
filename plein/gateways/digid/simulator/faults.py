"""What can go wrong at an identity provider, on request."""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from plein.gateways.digid.level import Level
from plein.gateways.digid.simulator import settings


class Fault(StrEnum):
    NORMAL = "normal"
    SLOW = "slow"
    DOWN = "down"
    FORGED = "forged"  # signed with a stranger's key, under the name of ours
    UNKNOWN_KEY = "unknown_key"  # signed with a key that is published nowhere
    UNSIGNED = "unsigned"  # alg none
    HMAC = "hmac"  # our public key used as a shared secret
    ISSUER = "issuer"
    AUDIENCE = "audience"
    PARTY = "party"
    NONCE = "nonce"
    LEVEL = "level"
    EXPIRED = "expired"
    BSN = "bsn"


class Switch:
    """The fault that is on. Set with PLEIN_DIGID_FAULT, or by POST to /fault."""

    def __init__(self) -> None:
        self.fault = Fault(settings.DIGID_FAULT)


def spoil(claims: dict[str, Any], fault: Fault, *, at: datetime) -> dict[str, Any]:
    """The claims as a provider with this fault would write them."""
    an_hour_ago = int((at - timedelta(hours=1)).timestamp())
    wrong: dict[Fault, dict[str, Any]] = {
        Fault.ISSUER: {"iss": "https://somebody-else.example"},
        Fault.AUDIENCE: {"aud": "another-municipality"},
        Fault.PARTY: {"aud": [claims["aud"], "another"], "azp": "another"},
        Fault.NONCE: {"nonce": "of-another-session"},
        Fault.LEVEL: {"acr": Level.BASIS.uri},
        Fault.EXPIRED: {"iat": an_hour_ago, "exp": an_hour_ago + 60},
        Fault.BSN: {"bsn": "123456789"},
    }
    return claims | wrong.get(fault, {})


switch = Switch()
