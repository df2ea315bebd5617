"""DigiD of a new municipality: where its broker is, and under which name we are known there."""

from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.identity.digid import connect_by_oidc
from plein.kernel.refusal import Refusal
from plein.starting.actions.keeping import kept_step
from plein.starting.models import PlatformAdministrator, Start, Step

CONNECTED = "starting.digid.connected"


class NotABroker(Refusal):
    message = _("Schrijf het adres van de makelaar met https:// ervoor. {text} kan niet.")


def connect_digid(
    start: Start, *, issuer: str, client_id: str, by: PlatformAdministrator, at: datetime
) -> None:
    """A new key goes with it, so the broker reads our keys again. Raises `NotABroker`."""
    if not _is_a_broker(issuer):
        raise NotABroker(text=issuer)
    with kept_step(start, Step.DIGID):
        connect_by_oidc(start.municipality, issuer=issuer, client_id=client_id)
        record(CONNECTED, on=start, by=by.actor, at=at, issuer=issuer)


def _is_a_broker(issuer: str) -> bool:
    """The simulator is one in the demo alone."""
    if settings.DEMO and issuer == settings.DIGID_SIMULATOR_ISSUER:
        return True
    address = urlsplit(issuer)
    return address.scheme == "https" and bool(address.hostname) and not address.username
