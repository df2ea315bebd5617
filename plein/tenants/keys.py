"""The key of a municipality: wrapped by the master key, and the keys that follow from it."""

from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
from django.conf import settings

from plein.kernel.crypto import blind_index, derive, new_key, seal, unseal
from plein.kernel.signature import private_key
from plein.tenants.models import Municipality


def wrapped_key(slug: str) -> bytes:
    """A new key for a municipality, as it is kept in its row."""
    return seal(settings.MASTER_KEY, new_key(), context=f"municipality|{slug}")


def municipality_key(municipality: Municipality, purpose: str) -> bytes:
    key = unseal(
        settings.MASTER_KEY, municipality.data_key, context=f"municipality|{municipality.slug}"
    )
    return derive(key, purpose)


def index_of(municipality: Municipality, kind: str, value: str) -> bytes:
    """Find a value without keeping it: a BSN, a pick-up code."""
    return blind_index(municipality_key(municipality, f"index|{kind}"), value)


def signing_key(municipality: Municipality, purpose: str) -> EllipticCurvePrivateKey:
    """The key with which a municipality signs for one purpose; kept nowhere, always the same."""
    halves = (municipality_key(municipality, f"sign|{purpose}|{half}") for half in (1, 2))
    return private_key(b"".join(halves))
