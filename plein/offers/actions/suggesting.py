"""A consulent suggests an offer to a resident, who may say: not now."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.identity.gate import seal_for
from plein.identity.models import Staff
from plein.inbox import event_words as said
from plein.inbox.models import Topic
from plein.inbox.timeline import tell
from plein.kernel.actor import Actor
from plein.kernel.clock import local_day
from plein.kernel.refusal import Refusal
from plein.offers.elements import WHY
from plein.offers.models import Offer, OfferVersion, Suggestion, SuggestionState


class IsSuggested(Refusal):
    message = _("U of een collega stelde dit al voor.")


class NotPosted(Refusal):
    message = _("Dit aanbod is er niet meer. Kies iets anders.")


class AlreadyAnswered(Refusal):
    message = _("U hebt hier al op geantwoord.")


@transaction.atomic
def suggest(topic: Topic, offer: Offer, why: str, *, by: Staff, at: datetime) -> Suggestion:
    """Raises `NotPosted` and `IsSuggested`."""
    topic = Topic.objects.select_for_update().select_related("resident").get(pk=topic.pk)
    version = OfferVersion.objects.posted_on(local_day(at)).filter(offer=offer).first()
    if version is None:
        raise NotPosted
    if topic.suggestions.filter(offer=offer).exists():
        raise IsSuggested
    suggestion = Suggestion(topic=topic, offer=offer, suggested_by=by, suggested_at=at)
    suggestion.why_sealed = seal_for(topic.resident, suggestion.pk, WHY, why)
    suggestion.save()
    record("offers.suggestion.made", on=suggestion, by=by.actor, at=at)
    tell(said.OFFER_SUGGESTED, topic, by=by.actor, at=at, title=version.title)
    return suggestion


@transaction.atomic
def not_now(suggestion: Suggestion, *, by: Actor, at: datetime) -> None:
    """It stands on no timeline: it has no consequence. Raises `AlreadyAnswered`."""
    suggestion = Suggestion.objects.select_for_update().get(pk=suggestion.pk)
    if suggestion.state != SuggestionState.SUGGESTED:
        raise AlreadyAnswered
    suggestion.state = SuggestionState.NOT_NOW
    suggestion.save(update_fields=["state"])
    record("offers.suggestion.not_now", on=suggestion, by=by, at=at)
