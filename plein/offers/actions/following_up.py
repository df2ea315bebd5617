"""An organisation opens a response, and says how it went on."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import Purpose, record
from plein.identity.gate import SealedText, read_sealed
from plein.kernel.actor import Actor
from plein.kernel.refusal import Refusal
from plein.offers.actions.responding import Shared
from plein.offers.elements import CONTACT, NAME
from plein.offers.locking import lock
from plein.offers.models import Offer, Response, ResponseState
from plein.offers.queries import last_posted, placed_in

WHY = Purpose(
    "om met u te praten over een aanbod waarop u reageerde", "AVG artikel 6 lid 1 onder a"
)


class NoPlaceLeft(Refusal):
    message = _("Alle plaatsen zijn bezet. U kunt niemand meer plaatsen.")


class CannotBecome(Refusal):
    message = _("Dit kan niet meer. Misschien trok de inwoner zich terug.")


def open_response(response: Response, *, by: Actor, at: datetime) -> Shared | None:
    """One look with its line; none of what was erased."""
    if not response.name_sealed:
        return None
    texts = [
        SealedText(response.pk, NAME, response.name_sealed),
        SealedText(response.pk, CONTACT, response.contact_sealed),
    ]
    return Shared(*read_sealed(response.resident, texts, purpose=WHY, by=by, at=at))


@transaction.atomic
def set_state(response: Response, state: ResponseState, *, by: Actor, at: datetime) -> None:
    """Never more people placed than places: the offer is locked while we count.

    Raises `CannotBecome` and `NoPlaceLeft`.
    """
    offer = lock(response.offer_id)
    response = Response.objects.get(pk=response.pk)
    if (
        state == ResponseState.WITHDRAWN
        or state not in response.MOVES[ResponseState(response.state)]
    ):
        raise CannotBecome
    if state == ResponseState.PLACED:
        _check_place(offer)
    response.state, response.changed_at = state, at
    response.save(update_fields=["state", "changed_at"])
    record("offers.response.state", on=response, by=by, at=at, state=state.value)


def _check_place(offer: Offer) -> None:
    places = last_posted(offer).places
    if places is not None and placed_in(offer) >= places:
        raise NoPlaceLeft
