"""The data key of a resident or household, wrapped by the key of its municipality."""

from uuid import UUID

from plein.kernel.crypto import Sealed, new_key, seal, unseal
from plein.tenants.keys import municipality_key
from plein.tenants.models import Municipality

_WRAP = "wrap|people"


def wrapped_key(municipality: Municipality, subject: UUID) -> bytes:
    """A new data key, as it is kept in the row of its subject."""
    return seal(municipality_key(municipality, _WRAP), new_key(), context=f"key|{subject}")


def data_key(municipality: Municipality, subject: UUID, wrapped: Sealed) -> bytes:
    return unseal(municipality_key(municipality, _WRAP), wrapped, context=f"key|{subject}")


def context(municipality: Municipality, subject: UUID, element: str) -> str:
    """What a sealed value is bound to: it opens nowhere else."""
    return f"{municipality.pk}|{subject}|{element}"
