"""The code a resident shows at the till: found by a keyed digest, sealed for its household."""

from plein.kernel.crypto import seal, unseal
from plein.tenants.keys import index_of, municipality_key
from plein.tenants.models import Municipality
from plein.webshop.models import Pickup


def code_index(municipality: Municipality, code: str) -> bytes:
    return index_of(municipality, "pickup", code)


def sealed_code(municipality: Municipality, pickup: Pickup, code: str) -> bytes:
    key = municipality_key(municipality, "pickup")
    return seal(key, code.encode(), context=f"pickup|{pickup.pk}")


def code_of(municipality: Municipality, pickup: Pickup) -> str:
    """The code, for the page of the household that ordered."""
    key = municipality_key(municipality, "pickup")
    return unseal(key, pickup.code_sealed, context=f"pickup|{pickup.pk}").decode()
