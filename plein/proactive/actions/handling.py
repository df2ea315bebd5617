"""A member of staff takes somebody on the list, gives it back, and says what came of it."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.identity.models import Staff
from plein.kernel.clock import local_day
from plein.kernel.refusal import Refusal
from plein.proactive.access import MayNotBeOffered
from plein.proactive.actions.counting import count_outcome
from plein.proactive.listing import listed
from plein.proactive.models import OF_STAFF, HelpOffer, OfferState, Outcome


class TakenByAnother(Refusal):
    message = _("Een collega is hier al mee bezig.")


class NotTaken(Refusal):
    message = _("Pak dit eerst zelf op.")


@transaction.atomic
def take(offer: HelpOffer, *, by: Staff, at: datetime) -> HelpOffer:
    """Twice is once. Raises `TakenByAnother` and `MayNotBeOffered`."""
    offer = _locked(offer, at)
    if offer.taken_by_id not in (None, by.pk):
        raise TakenByAnother
    if offer.taken_by_id is None:
        _set(offer, OfferState.TAKEN, by, at)
        record("proactive.offer.taken", on=offer, by=by.actor, at=at, kind=offer.kind)
    return offer


@transaction.atomic
def give_back(offer: HelpOffer, *, by: Staff, at: datetime) -> HelpOffer:
    """For a colleague. Raises `NotTaken` and `MayNotBeOffered`."""
    offer = _own(offer, by, at)
    _set(offer, OfferState.OPEN, None, at)
    record("proactive.offer.given_back", on=offer, by=by.actor, at=at, kind=offer.kind)
    return offer


@transaction.atomic
def finish(offer: HelpOffer, outcome: Outcome, *, by: Staff, at: datetime) -> HelpOffer:
    """It leaves the list. Raises `NotTaken` and `MayNotBeOffered`."""
    assert outcome in OF_STAFF  # noqa: S101 - the form offers no other
    offer = _own(offer, by, at)
    offer.state, offer.outcome = OfferState.DONE, outcome
    offer.save(update_fields=["state", "outcome"])
    count_outcome(offer.kind, outcome)
    record("proactive.offer.done", on=offer, by=by.actor, at=at, outcome=outcome.value)
    return offer


def _set(offer: HelpOffer, state: OfferState, taken_by: Staff | None, at: datetime) -> None:
    offer.state, offer.taken_by = state, taken_by
    offer.taken_on = local_day(at) if taken_by else None
    offer.save(update_fields=["state", "taken_by", "taken_on"])


def _own(offer: HelpOffer, by: Staff, at: datetime) -> HelpOffer:
    offer = _locked(offer, at)
    if offer.taken_by_id != by.pk:
        raise NotTaken
    return offer


def _locked(offer: HelpOffer, at: datetime) -> HelpOffer:
    """Raises `MayNotBeOffered` for what is not on the list any more."""
    rows = listed(local_day(at)).select_for_update(of=["self"])
    found = rows.filter(pk=offer.pk).first()
    if found is None:
        raise MayNotBeOffered
    return found
