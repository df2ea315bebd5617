"""How a helper calls somebody: a name, so it is kept sealed."""

from plein.identity.models import Mandate
from plein.tenants.keys import open_under, seal_under
from plein.tenants.scope import current

LABEL = "mandate|label"


def put_label(mandate: Mandate, label: str) -> None:
    """Before the row is saved."""
    mandate.label_sealed = seal_under(
        current(), label.encode(), purpose=LABEL, context=str(mandate.pk)
    )


def label_of(mandate: Mandate) -> str:
    """For the two it is between."""
    sealed = mandate.label_sealed
    return open_under(current(), sealed, purpose=LABEL, context=str(mandate.pk)).decode()
