"""A resident responds to an offer, and takes that back."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.identity.gate import seal_for
from plein.identity.models import Resident
from plein.kernel.actor import Actor
from plein.kernel.clock import local_day
from plein.kernel.refusal import Refusal
from plein.offers.elements import CONTACT, NAME
from plein.offers.locking import lock
from plein.offers.models import (
    Offer,
    OfferVersion,
    Response,
    ResponseState,
    Suggestion,
    SuggestionState,
)
from plein.offers.queries import is_full


class CannotRespond(Refusal):
    message = _("U kunt hier niet meer op reageren.")


class IsFull(Refusal):
    message = _("Alle plaatsen zijn bezet. Kijk of er iets anders bij staat.")


class AlreadyResponded(Refusal):
    message = _("U hebt hier al op gereageerd.")


@dataclass(frozen=True, slots=True)
class Shared:
    """What the resident typed for this organisation, and nothing else of them."""

    name: str
    contact: str


@transaction.atomic
def respond(
    offer: Offer, resident: Resident, shared: Shared, *, by: Actor, at: datetime
) -> Response:
    """Also answers what was suggested. Raises `CannotRespond`, `IsFull`, `AlreadyResponded`."""
    offer = lock(offer.pk)
    version = OfferVersion.objects.posted_on(local_day(at)).filter(offer=offer).first()
    if version is None:
        raise CannotRespond
    if is_full(version):
        raise IsFull
    if Response.objects.running().filter(offer=offer, resident=resident).exists():
        raise AlreadyResponded
    response = Response(offer=offer, resident=resident, sent_at=at, changed_at=at)
    response.name_sealed = seal_for(resident, response.pk, NAME, shared.name)
    response.contact_sealed = seal_for(resident, response.pk, CONTACT, shared.contact)
    response.save()
    Suggestion.objects.filter(offer=offer, topic__resident=resident).update(
        state=SuggestionState.INTERESTED
    )
    record("offers.response.sent", on=response, by=by, at=at)
    return response


@transaction.atomic
def withdraw(response: Response, *, by: Actor, at: datetime) -> None:
    """What was shared is erased at once, and a place falls free; twice does it once."""
    lock(response.offer_id)
    running = Response.objects.running().filter(pk=response.pk)
    changed = running.update(
        state=ResponseState.WITHDRAWN, name_sealed=b"", contact_sealed=b"", changed_at=at
    )
    if changed:
        record("offers.response.withdrawn", on=response, by=by, at=at)
