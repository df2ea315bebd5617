"""About where the resident lives, for as long as the session lasts, and only when asked for.

The session is sealed at rest and ends within two hours; what is kept is rounded to a block.
"""

from plein.identity.models import Mandate, MandateGround
from plein.kernel.geo import Point
from plein.vault.catalogue import catalogue
from plein.vault.helped import is_for_helper
from plein.vault.models import Vault
from plein.web.request import ResidentRequest
from plein.web.resident.shop_looks import note_look
from plein.webshop.home import home_of, is_secret
from plein.webshop.locating import locatieserver

_KEPT, _ADDRESS = "home", "adres"


def may_ask(request: ResidentRequest) -> bool:
    """A helper only with the part in which the address is: distances give it away."""
    if locatieserver() is None or request.mandate is None:
        return locatieserver() is not None
    element = catalogue().elements[_ADDRESS]
    return is_for_helper(element, request.mandate) and not _is_shut(request, request.mandate)


def kept(request: ResidentRequest) -> Point | None:
    """Of whom the shop is for now; not once the address became a secret."""
    found = request.session.get(_KEPT, {})
    if found.get("of") != str(request.resident.pk) or not may_ask(request):
        return None
    return None if is_secret(request.resident) else Point(*found["at"])


def keep(request: ResidentRequest) -> None:
    """Raises `DistanceNotKnown`."""
    note_look(request, _ADDRESS)
    home = home_of(request.resident, by=request.actor, at=request.now)
    at = [home.latitude, home.longitude]
    request.session[_KEPT] = {"of": str(request.resident.pk), "at": at}


def forget(request: ResidentRequest) -> None:
    request.session.pop(_KEPT, None)


def _is_shut(request: ResidentRequest, mandate: Mandate) -> bool:
    """Who froze what they have here lets no helper look; a bewindvoerder goes on."""
    frozen = Vault.objects.filter(resident=request.resident).exclude(frozen_at=None)
    return mandate.ground == MandateGround.HELPER and frozen.exists()
