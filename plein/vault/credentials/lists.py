"""Places in the public status lists, and what the places of nobody say.

A list begins full of invented states, and every change comes with changes of places that belong to
nobody: so the list does not tell how many verklaringen there are, nor how many were stopped.
"""

from datetime import datetime, timedelta
from random import SystemRandom

from plein.kernel.sd_jwt.status_list import BITS, Status, StatusBits, sign_list
from plein.tenants.models import SigningPurpose
from plein.tenants.signing import signing_key
from plein.vault.models import Credential, StatusList

SIZE = 16_384  # places; 4 kB
FULLEST = 4_000  # places in use: about half of those that begin as valid
KEEP, LASTS = timedelta(minutes=1), timedelta(hours=24)  # for who keeps a copy of the list
_BEGIN = (Status.VALID, Status.VALID, Status.INVALID, Status.SUSPENDED)
_NOISE = 8  # places of nobody that move along with each change
_chance = SystemRandom()


def address_of_list(address: str, number: int) -> str:
    return f"{address}/status/{number}.jwt"


def take_place(*, at: datetime) -> tuple[StatusList, int]:
    """A random free place that already says "valid", so that giving it out changes nothing.

    The list stays locked until the transaction ends.
    """
    newest = StatusList.objects.select_for_update().order_by("-number").first()
    taken = _taken(newest) if newest else set()
    if newest is None or len(taken) >= FULLEST:
        newest, taken = _new_list(newest.number + 1 if newest else 1, at), set()
    bits = newest.bits
    free = [place for place in range(SIZE) if bits.at(place) == Status.VALID and place not in taken]
    return newest, _chance.choice(free)


def set_status(credential: Credential, status: Status) -> None:
    """Change the state in the list, in the transaction of the caller."""
    found = StatusList.objects.select_for_update().get(pk=str(credential.status_list_id))
    taken = _taken(found)
    nobodys = [place for place in _chance.sample(range(SIZE), 4 * _NOISE) if place not in taken]
    bits = found.bits
    for place in nobodys[:_NOISE]:
        bits = bits.with_status(place, _chance.choice(_BEGIN))
    found.data = bits.with_status(credential.status_index or 0, status).data
    found.save(update_fields=["data"])


def published(found: StatusList, *, address: str, at: datetime) -> str:
    """The list as everybody may read it."""
    uri = address_of_list(address, found.number)
    key = signing_key(SigningPurpose.CREDENTIAL, at=at)
    return sign_list(found.bits, uri=uri, key=key, at=at, keep=KEEP, lasts=LASTS)


def _taken(found: StatusList) -> set[int]:
    taken = Credential.objects.filter(status_list=found).values_list("status_index", flat=True)
    return {index for index in taken if index is not None}


def _new_list(number: int, at: datetime) -> StatusList:
    bits = StatusBits(BITS, bytes(SIZE * BITS // 8))
    states = _chance.choices(_BEGIN, k=SIZE)
    per_byte = 8 // BITS
    data = bytes(
        sum(states[start + spot] << spot * bits.bits for spot in range(per_byte))
        for start in range(0, SIZE, per_byte)
    )
    return StatusList.objects.create(number=number, data=data, made_at=at)
