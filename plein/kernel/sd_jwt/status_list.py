"""Which credentials still stand: two bits for each, in one list that is signed and public.

Token Status List (draft-ietf-oauth-status-list). Who asks for the list does not say after whom.
"""

import zlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum

from joserfc.jwk import ECKey

from plein.kernel.sd_jwt.jws import read, sign
from plein.kernel.sd_jwt.keys import Keys
from plein.kernel.sd_jwt.refusals import NotAccepted, StatusUnknown
from plein.kernel.sd_jwt.text import decode, encode
from plein.kernel.sd_jwt.times import check_times

TYP = "statuslist+jwt"
BITS = 2
_SIZES = {1, 2, 4, 8}  # bits per credential, in lists of others
_LARGEST = 4 * 1024 * 1024  # bytes once unpacked: a small text can hide a large one


class Status(IntEnum):
    VALID = 0
    INVALID = 1
    SUSPENDED = 2


@dataclass(frozen=True, slots=True, repr=False)
class StatusBits:
    bits: int
    data: bytes

    def at(self, index: int) -> int:
        """Raises `StatusUnknown` for a place outside the list."""
        place, offset = divmod(index * self.bits, 8)
        if index < 0 or place >= len(self.data):
            raise StatusUnknown
        return self.data[place] >> offset & (1 << self.bits) - 1

    def with_status(self, index: int, status: Status) -> "StatusBits":
        place, offset = divmod(index * self.bits, 8)
        mask = (1 << self.bits) - 1 << offset
        data = bytearray(self.data)
        data[place] = data[place] & ~mask | status << offset
        return StatusBits(self.bits, bytes(data))


def sign_list(
    found: StatusBits, *, uri: str, key: ECKey, at: datetime, keep: timedelta, lasts: timedelta
) -> str:
    """`keep`: how long a reader may hold on to it; `lasts`: when it says nothing any more."""
    payload = {
        "sub": uri,
        "iat": int(at.timestamp()),
        "exp": int((at + lasts).timestamp()),
        "ttl": int(keep.total_seconds()),
        "status_list": {"bits": found.bits, "lst": encode(zlib.compress(found.data, 9))},
    }
    return sign(payload, typ=TYP, key=key, kid=str(key.kid))


def read_list(text: str, *, uri: str, keys: Keys, at: datetime) -> StatusBits:
    """The list that stands at this address. Raises `StatusUnknown` for anything else."""
    try:
        shown = read(text, typ=TYP)
        shown.demand_signed_by(keys[shown.kid])
        check_times(shown.payload, at=at)
    except (NotAccepted, KeyError):
        raise StatusUnknown from None
    found = shown.payload.get("status_list")
    if shown.payload.get("sub") != uri or not isinstance(found, dict):
        raise StatusUnknown
    if found.get("bits") not in _SIZES:
        raise StatusUnknown
    return StatusBits(found["bits"], _unpacked(found.get("lst")))


def _unpacked(packed: object) -> bytes:
    unpack = zlib.decompressobj()
    try:
        data = unpack.decompress(decode(packed if isinstance(packed, str) else ""), _LARGEST)
    except (NotAccepted, zlib.error):
        raise StatusUnknown from None
    if not unpack.eof:
        raise StatusUnknown
    return data
