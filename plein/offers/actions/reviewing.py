"""The municipality reads a text, and posts it or says why not."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.identity.models import Staff
from plein.kernel.clock import local_day
from plein.kernel.refusal import Refusal
from plein.offers.actions.writing import open_offer
from plein.offers.models import OfferVersion, Status
from plein.offers.queries import placed_in


class NotWaiting(Refusal):
    message = _("Deze tekst wacht niet meer. Misschien is hij gewijzigd, of al bekeken.")


class TooFewPlaces(Refusal):
    message = _("Er zijn al {count} mensen geplaatst. Dat is meer dan er plaatsen zijn.")


class HasEnded(Refusal):
    message = _("De laatste dag van dit aanbod is voorbij.")


@transaction.atomic
def post_offer(version: OfferVersion, *, by: Staff, at: datetime) -> None:
    """Residents see it from its first day on, instead of the text before it.

    Raises `NotWaiting`, `HasEnded` and `TooFewPlaces`.
    """
    version = _waiting(version)
    if version.ends_on < local_day(at):
        raise HasEnded
    placed = placed_in(version.offer)
    if version.places is not None and version.places < placed:
        raise TooFewPlaces(count=placed)
    version.offer.versions.filter(status=Status.POSTED).update(status=Status.REPLACED)
    version.status, version.reviewed_by = Status.POSTED, by
    version.save(update_fields=["status", "reviewed_by"])
    record("offers.offer.posted", on=version.offer, by=by.actor, at=at)


@transaction.atomic
def refuse_offer(version: OfferVersion, reason: str, *, by: Staff, at: datetime) -> None:
    """The organisation reads the reason; what was posted before stays. Raises `NotWaiting`."""
    version = _waiting(version)
    version.status, version.reviewed_by, version.reason = Status.REFUSED, by, reason
    version.save(update_fields=["status", "reviewed_by", "reason"])
    record("offers.offer.refused", on=version.offer, by=by.actor, at=at)


def _waiting(version: OfferVersion) -> OfferVersion:
    offer = open_offer(version.offer)
    found = OfferVersion.objects.filter(pk=version.pk, status=Status.WAITING).first()
    if found is None:
        raise NotWaiting
    found.offer = offer
    return found
