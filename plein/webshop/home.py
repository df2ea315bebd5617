"""About where somebody lives, to say how far a shop is. Nothing of it is kept here."""

from datetime import datetime

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import Purpose
from plein.gateways.answers import AnswerRefused, Found, SourceUnreachable
from plein.gateways.brp.client import BrpClient
from plein.gateways.brp.verblijfplaats import Verblijfadres
from plein.gateways.deadline import Deadline
from plein.gateways.locatieserver.address import Address
from plein.identity.gate import read_bsns
from plein.identity.models import Resident
from plein.kernel.actor import Actor
from plein.kernel.geo import Point
from plein.kernel.refusal import Refusal
from plein.vault.models import Vault
from plein.vault.secrecy import lives_in_secret
from plein.webshop.locating import locatieserver

WHY = Purpose("om te laten zien hoe ver een winkel is", "AVG artikel 6 lid 1 onder e")
PATIENCE_SECONDS = 4  # of each register: a page waits for it


class DistanceNotKnown(Refusal):
    """The same words for every reason: a helper does not learn that an address is secret."""

    message = _("Wij kunnen niet laten zien hoe ver het is.")


def home_of(resident: Resident, *, by: Actor, at: datetime) -> Point:
    """To about 100 metres, from the BRP. Raises `DistanceNotKnown`.

    Where an address is secret, nobody outside is asked about it.
    """
    client = locatieserver()
    if client is None or is_secret(resident):
        raise DistanceNotKnown
    try:
        address = _address_of(resident, by=by, at=at)
        found = client.find(address, timeout=PATIENCE_SECONDS) if address else None
    except (SourceUnreachable, AnswerRefused):
        raise DistanceNotKnown from None
    if not isinstance(found, Found):
        raise DistanceNotKnown
    return found.value.coarse()


def is_secret(resident: Resident) -> bool:
    """As far as the vault knows; the BRP says it again when it is asked."""
    vault = Vault.objects.filter(resident=resident).first()
    return vault is not None and lives_in_secret(vault)


def _address_of(resident: Resident, *, by: Actor, at: datetime) -> Address | None:
    bsns = read_bsns([resident], elements=["adres"], purpose=WHY, by=by, at=at)
    deadline = Deadline.after(PATIENCE_SECONDS)
    door = BrpClient(settings.SOURCES["brp"]).door_of(bsns[resident.pk], deadline=deadline)
    return _written(door) if door and door.postcode and door.huisnummer else None


def _written(door: Verblijfadres) -> Address:
    parts = (door.huisnummer, door.huisletter, door.huisnummertoevoeging)
    return Address(str(door.postcode), "-".join(str(part) for part in parts if part))
