"""Everything about one offer happens one after the other."""

from uuid import UUID

from plein.offers.models import Offer


def lock(offer_id: UUID) -> Offer:
    return Offer.objects.select_for_update().get(pk=offer_id)
