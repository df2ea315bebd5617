"""What signing in with DigiD gives us, whichever driver speaks."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from django.utils.translation import gettext_lazy as _

from plein.gateways.digid.level import Level
from plein.kernel.bsn import Bsn
from plein.kernel.refusal import Refusal


@dataclass(frozen=True, slots=True)
class Beginning:
    """Where the browser goes now, and what our session keeps until it is back.

    `kept` is for one use: the door takes it out of the session before it calls `finish`, so
    that the same answer cannot sign in twice.
    """

    url: str
    kept: dict[str, str] = field(repr=False)


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Who signed in, how surely, and when. To be used while this login lasts, not after it."""

    bsn: Bsn
    level: Level
    at: datetime
    session_id: str


class Reason(StrEnum):
    """Why an answer was refused: for the log, which never holds the values themselves."""

    STATE = "state"
    OTHER_CLIENT = "other_client"
    PROVIDER = "provider"
    CODE = "code"
    MALFORMED = "malformed"
    SIGNATURE = "signature"
    IN_RESPONSE_TO = "in_response_to"
    RECIPIENT = "recipient"
    REPLAYED = "replayed"
    LEVEL = "level"
    BSN = "bsn"
    ISSUER = "iss"
    AUDIENCE = "aud"
    PARTY = "azp"
    SUBJECT = "sub"
    NONCE = "nonce"
    EXPIRED = "exp"
    ISSUED_AT = "iat"
    NOT_BEFORE = "nbf"


class SignInCancelled(Refusal):
    message = _("U bent niet ingelogd. U bent gestopt met inloggen.")


class SignInRefused(Refusal):
    """Forged, replayed, expired, meant for another, or less sure than we ask."""

    message = _("Het inloggen met DigiD is niet gelukt. Probeer het opnieuw.")

    def __init__(self, reason: Reason) -> None:
        super().__init__()
        self.reason = reason
        if reason is Reason.LEVEL:
            self.message = _("Log in met de DigiD-app. Zo weten wij zeker dat u het bent.")


class BsnUnknown(Refusal):
    """Who signed in with eIDAS is sure to be somebody, but we do not know by which BSN."""

    message = _("Wij kennen nog geen BSN bij uw inlogmiddel.")


class DigidUnreachable(Refusal):
    message = _("DigiD werkt nu niet. Probeer het later opnieuw, of kijk op digid.nl.")


class DigidClient(Protocol):
    """Signing in at one municipality."""

    def begin(self, *, at: datetime) -> Beginning:
        """Raises `DigidUnreachable`, or `SignInRefused` when the provider's papers are wrong."""

    def finish(
        self, *, kept: Mapping[str, str], answer: Mapping[str, str], at: datetime
    ) -> SignedIn:
        """Read the answer that came with the browser. Raises one of the refusals above."""
