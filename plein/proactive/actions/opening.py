"""A row is opened: a look in the log of the resident, and worked out anew."""

from datetime import datetime

from django.db import transaction

from plein.audit.actions import record
from plein.content.tips.judging import Judged
from plein.identity.models import Staff
from plein.kernel.refusal import Refusal
from plein.proactive.access import ACTIVITY, OfferAccess
from plein.proactive.holding import held_by
from plein.proactive.library import needs
from plein.proactive.models import HelpOffer
from plein.proactive.need import Need, why
from plein.vault.access import OwnAccess


def open_offer(offer: HelpOffer, *, by: Staff, at: datetime) -> Judged[Need] | None:
    """None, and no row any more, where it holds no longer or may not be seen.

    `offer` comes from `listing`. Not in a transaction of your own: see `gate.read`.
    """
    need = needs()[offer.kind]
    access = OfferAccess(need, offer, why(need, offer.basis), by.actor)
    try:
        found = held_by(need, offer.resident, access=access, at=at)
    except Refusal:
        found = None
    if found is None:
        _drop(offer, by=by, at=at)
    return found


def own_offer(offer: HelpOffer, *, at: datetime) -> Judged[Need] | None:
    """For the resident self: None where it holds no longer."""
    need = needs()[offer.kind]
    access = OwnAccess(offer.resident, why(need, offer.basis), ACTIVITY)
    return held_by(need, offer.resident, access=access, at=at)


@transaction.atomic
def _drop(offer: HelpOffer, *, by: Staff, at: datetime) -> None:
    record("proactive.offer.over", on=offer, by=by.actor, at=at, kind=offer.kind)
    HelpOffer.objects.filter(pk=offer.pk).delete()
