"""What a wallet gives us, and why it may not."""

from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext_lazy as _

from plein.kernel.bsn import Bsn
from plein.kernel.refusal import Refusal

PID_VCT = "urn:eudi:pid:nl:1"


@dataclass(frozen=True, slots=True)
class Pid:
    """Person identification data, proven by its issuer and by the holder's key."""

    bsn: Bsn = field(repr=False)
    issuer: str
    until: date  # the last day it says something


@dataclass(frozen=True, slots=True)
class Question:
    """Where to send the browser, and what must be kept in its session meanwhile."""

    url: str
    kept: dict[str, str]


class NotConnected(Refusal):
    message = _("Ophalen uit een wallet kan hier nog niet.")


class WalletDeclined(Refusal):
    message = _("U hebt niets gedeeld uit uw wallet. Er is niets veranderd.")


class WalletAnswerRefused(Refusal):
    message = _("Het antwoord van uw wallet klopt niet. Begin opnieuw.")


class WalletAnswerIncomplete(Refusal):
    message = _("Uw wallet deelde niet genoeg. Begin opnieuw en deel uw burgerservicenummer.")


class IssuerUnreachable(Refusal):
    message = _("Wij kunnen uw wallet nu niet controleren. Probeer het later opnieuw.")
