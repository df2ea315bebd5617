"""The key of a municipality: wrapped by the master key, and the keys that follow from it."""

from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey

from plein.kernel.crypto import blind_index, derive, new_key
from plein.kernel.signature import private_key
from plein.tenants.master import open_with_master, seal_with_master
from plein.tenants.models import Municipality


def wrapped_key(slug: str) -> bytes:
    """A new key for a municipality, as it is kept in its row."""
    return seal_with_master(new_key(), context=_context(slug))


def rewrap(municipality: Municipality) -> None:
    """The same key, wrapped by the master key of now."""
    context = _context(municipality.slug)
    key = open_with_master(municipality.data_key, context=context)
    municipality.data_key = seal_with_master(key, context=context)
    municipality.save(update_fields=["data_key"])


def municipality_key(municipality: Municipality, purpose: str) -> bytes:
    key = open_with_master(municipality.data_key, context=_context(municipality.slug))
    return derive(key, purpose)


def _context(slug: str) -> str:
    return f"municipality|{slug}"


def index_of(municipality: Municipality, kind: str, value: str) -> bytes:
    """Find a value without keeping it: a BSN, a pick-up code."""
    return blind_index(municipality_key(municipality, f"index|{kind}"), value)


def signing_key(municipality: Municipality, purpose: str) -> EllipticCurvePrivateKey:
    """The key with which a municipality signs for one purpose; kept nowhere, always the same."""
    halves = (municipality_key(municipality, f"sign|{purpose}|{half}") for half in (1, 2))
    return private_key(b"".join(halves))
