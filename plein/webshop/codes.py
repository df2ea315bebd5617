"""The code a resident shows at the till: short, easy to read aloud, impossible to guess."""

from plein.kernel.crypto import seal, unseal
from plein.kernel.short_code import ALPHABET, LENGTH, new_code, read_code, spaced
from plein.tenants.keys import index_of, municipality_key
from plein.tenants.models import Municipality
from plein.webshop.models import Pickup

__all__ = [
    "ALPHABET",
    "LENGTH",
    "code_index",
    "code_of",
    "new_code",
    "read_code",
    "sealed_code",
    "spaced",
]


def code_index(municipality: Municipality, code: str) -> bytes:
    return index_of(municipality, "pickup", code)


def sealed_code(municipality: Municipality, pickup: Pickup, code: str) -> bytes:
    key = municipality_key(municipality, "pickup")
    return seal(key, code.encode(), context=f"pickup|{pickup.pk}")


def code_of(municipality: Municipality, pickup: Pickup) -> str:
    """The code, for the page of the household that ordered."""
    key = municipality_key(municipality, "pickup")
    return unseal(key, pickup.code_sealed, context=f"pickup|{pickup.pk}").decode()
