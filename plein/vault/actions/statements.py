"""What the resident says themselves: it stands beside the value of the source, never over it."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.identity.models import Resident
from plein.kernel.refusal import Refusal
from plein.vault.actions.keeping import Incoming, keep
from plein.vault.actions.opening import begin_anew
from plein.vault.catalogue import catalogue
from plein.vault.catalogue.types import Ask, Element, Kind
from plein.vault.models import Mode, Vault
from plein.vault.readings import Json


class NotForYouToSay(Refusal):
    message = _("Dit gegeven komt van een organisatie. Klopt het niet? Meld dat dan.")


def can_be_stated(element: Element) -> bool:
    """What only the resident knows, and what a resident may say is different."""
    simple = element.kind not in (Kind.DOCUMENT, Kind.LIST, Kind.OBJECT, Kind.ADDRESS)
    return element.ask != Ask.NEVER and (simple or element.key in catalogue().forms)


@transaction.atomic
def state(vault: Vault, key: str, value: Json, *, by: Resident, at: datetime) -> None:
    """Keep what the resident says; None takes it back. Raises `NotForYouToSay`."""
    if not can_be_stated(catalogue().elements[key]):
        raise NotForYouToSay
    begin_anew(vault, by=by.actor, at=at)
    keep(vault, [Incoming(key, value, source="inwoner")], mode=Mode.STATEMENT, at=at)
    record("vault.value.stated", on=vault, by=by.actor, at=at, element=key)
