"""The address, for the resident to see."""

from datetime import datetime

from plein.audit.actions import Purpose
from plein.delivery.elements import EMAIL
from plein.delivery.models import Contact
from plein.identity.gate import SealedText, read_sealed
from plein.identity.models import Resident
from plein.kernel.actor import Actor

WHY = Purpose("omdat u bekeek hoe wij u bereiken", "AVG artikel 15")


def address_of(resident: Resident, contact: Contact, *, by: Actor, at: datetime) -> str:
    """Logged as a look; empty where there is none, and then nothing is opened."""
    if not contact.email_sealed:
        return ""
    sealed = [SealedText(contact.pk, EMAIL, contact.email_sealed)]
    (address,) = read_sealed(resident, sealed, purpose=WHY, by=by, at=at)
    return address
