"""An offer closes, by hand or after its last day; and what was shared for it is erased."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Q

from plein.audit.actions import record
from plein.kernel.actor import Actor
from plein.kernel.clock import local_day
from plein.offers.actions.writing import open_offer
from plein.offers.models import Offer, OfferVersion, Response, Status, Suggestion
from plein.vault.retention import day_before_term, rules

OPEN = [Status.DRAFT, Status.WAITING, Status.POSTED]


@transaction.atomic
def close_offer(offer: Offer, *, by: Actor, at: datetime) -> None:
    """Nobody can respond any more; who responded is still spoken to. Raises `OfferIsClosed`."""
    offer = open_offer(offer)
    offer.versions.filter(status__in=OPEN).update(status=Status.CLOSED)
    offer.closed_on = local_day(at)
    offer.save(update_fields=["closed_on"])
    record("offers.offer.closed", on=offer, by=by, at=at)


def close_ended(day: date, *, by: Actor, at: datetime) -> int:
    """Nightly: what had its last day, unless a text with a later one is on its way; how many."""
    to_come = OfferVersion.objects.filter(status__in=OPEN, ends_on__gte=day)
    ended = Offer.objects.filter(closed_on=None).exclude(pk__in=to_come.values("offer"))
    for offer in ended:
        close_offer(offer, by=by, at=at)
    return len(ended)


@transaction.atomic
def forget_responses(day: date, *, by: Actor, at: datetime) -> int:
    """Nightly: names, addresses and reasons of offers that closed 30 days ago; of how many."""
    term = rules()["vault"]["reactie_op_aanbod"].term
    closed = Q(offer__closed_on__lte=day_before_term(term, day))
    suggestions = Suggestion.objects.filter(closed).exclude(why_sealed=b"")
    responses = Response.objects.filter(closed).exclude(name_sealed=b"")
    for row in (*suggestions, *responses):
        record("offers.response.forgotten", on=row, by=by, at=at)
    return suggestions.update(why_sealed=b"") + responses.update(
        name_sealed=b"", contact_sealed=b""
    )
