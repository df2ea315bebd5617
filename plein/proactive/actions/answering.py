"""The resident says yes please, or no thanks: never again about this."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from plein.audit.actions import record
from plein.identity.models import Resident
from plein.inbox.actions.talking import ask, general_conversation
from plein.inbox.models import Conversation
from plein.kernel.clock import local_day
from plein.kernel.dutch import dutch
from plein.proactive.access import MayNotBeOffered
from plein.proactive.actions.choosing import turn_help_about
from plein.proactive.actions.counting import count_outcome
from plein.proactive.library import needs
from plein.proactive.listing import offered_to
from plein.proactive.models import HelpOffer, OfferState, Outcome


@transaction.atomic
def say_yes(offer: HelpOffer, resident: Resident, *, at: datetime) -> Conversation:
    """It becomes a message of the resident, which staff answer. Raises `MayNotBeOffered`."""
    offer = _own(offer.pk, resident, at)
    offer.state, offer.outcome = OfferState.DONE, Outcome.YES
    offer.save(update_fields=["state", "outcome"])
    count_outcome(offer.kind, Outcome.YES)
    talk = general_conversation(resident, at=at)
    with dutch():  # staff read it
        said = _("Ja, ik wil graag hulp met {what}.").format(what=_what(offer))
    ask(talk, said, key=offer.pk, by=resident.actor, at=at)
    record("proactive.offer.answered", on=offer, by=resident.actor, at=at, outcome="ja")
    return talk


@transaction.atomic
def say_no(offer: HelpOffer, resident: Resident, *, at: datetime) -> None:
    """Also tips about this stop: it is one choice. Raises `MayNotBeOffered`."""
    offer = _own(offer.pk, resident, at)
    count_outcome(offer.kind, Outcome.NO)
    record("proactive.offer.answered", on=offer, by=resident.actor, at=at, outcome="nee")
    turn_help_about(resident, needs()[offer.kind].topic, on=False, at=at)


def _what(offer: HelpOffer) -> str:
    return needs()[offer.kind].words_in("nl").title


def _own(key: UUID, resident: Resident, at: datetime) -> HelpOffer:
    rows = offered_to(resident, local_day(at)).select_for_update(of=["self"])
    found = rows.filter(pk=key).first()
    if found is None:
        raise MayNotBeOffered
    return found
