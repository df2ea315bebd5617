"""The number that DigiD gives, before we believe it."""

import re

from plein.gateways.digid.types import Reason, SignInRefused
from plein.kernel.bsn import Bsn, NotABsn

_NINE_DIGITS = re.compile(r"[0-9]{9}")


def read_bsn(text: str) -> Bsn:
    """People may leave out a zero, DigiD may not: exactly nine digits. Raises `SignInRefused`."""
    if _NINE_DIGITS.fullmatch(text) is None:
        raise SignInRefused(Reason.BSN)
    try:
        return Bsn(text)
    except NotABsn:
        raise SignInRefused(Reason.BSN) from None
