"""How a helper calls somebody: a name, so it is kept sealed."""

from plein.identity.models import Mandate
from plein.kernel.crypto import seal, unseal
from plein.tenants.keys import municipality_key
from plein.tenants.scope import current

_KEY = "mandate|label"


def put_label(mandate: Mandate, label: str) -> None:
    """Before the row is saved."""
    mandate.label_sealed = seal(_key(), label.encode(), context=str(mandate.pk))


def label_of(mandate: Mandate) -> str:
    """For the two it is between."""
    return unseal(_key(), mandate.label_sealed, context=str(mandate.pk)).decode()


def _key() -> bytes:
    return municipality_key(current(), _KEY)
