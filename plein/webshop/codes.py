"""The code a resident shows at the till: found by a keyed digest, sealed for its household."""

from plein.tenants.keys import index_of, open_under, seal_under
from plein.tenants.models import Municipality
from plein.webshop.models import Pickup

PICKUP = "pickup"


def code_index(municipality: Municipality, code: str) -> bytes:
    return index_of(municipality, PICKUP, code)


def sealed_code(municipality: Municipality, pickup: Pickup, code: str) -> bytes:
    return seal_under(municipality, code.encode(), purpose=PICKUP, context=bound_to(pickup))


def code_of(municipality: Municipality, pickup: Pickup) -> str:
    """The code, for the page of the household that ordered."""
    sealed = pickup.code_sealed
    return open_under(municipality, sealed, purpose=PICKUP, context=bound_to(pickup)).decode()


def bound_to(pickup: Pickup) -> str:
    return f"pickup|{pickup.pk}"
