"""The data key of a resident or household, wrapped by the key of its municipality."""

from uuid import UUID

from plein.kernel.crypto import Sealed, new_key
from plein.tenants.keys import open_under, seal_under
from plein.tenants.models import Municipality

WRAP = "wrap|people"


def wrapped_key(municipality: Municipality, subject: UUID) -> bytes:
    """A new data key, as it is kept in the row of its subject."""
    return seal_under(municipality, new_key(), purpose=WRAP, context=bound_to(subject))


def data_key(municipality: Municipality, subject: UUID, wrapped: Sealed) -> bytes:
    return open_under(municipality, wrapped, purpose=WRAP, context=bound_to(subject))


def bound_to(subject: UUID) -> str:
    """A wrapped key opens for nobody else."""
    return f"key|{subject}"


def context(municipality: Municipality, subject: UUID, element: str) -> str:
    """What a sealed value is bound to: it opens nowhere else."""
    return f"{municipality.pk}|{subject}|{element}"
