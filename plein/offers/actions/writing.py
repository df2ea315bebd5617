"""An organisation writes what it offers, and sends it to the municipality."""

from dataclasses import asdict, dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.kernel.actor import Actor
from plein.kernel.clock import local_day
from plein.kernel.refusal import Refusal
from plein.offers.locking import lock
from plein.offers.models import Offer, OfferVersion, Status
from plein.vault.models import Recipient


class LastDayPassed(Refusal):
    message = _("Kies een laatste dag die nog komt, en niet voor de eerste dag ligt.")


class OfferIsClosed(Refusal):
    message = _("Dit aanbod is gesloten. Maak een nieuw aanbod.")


class NothingToSend(Refusal):
    message = _("Er is geen tekst om te versturen.")


@dataclass(frozen=True, slots=True)
class Text:
    """What an organisation fills in."""

    kind: str
    title: str
    text: str
    place: str
    hours: str
    asks: str
    language: str
    contact: str
    places: int | None
    starts_on: date
    ends_on: date


@transaction.atomic
def write_offer(recipient: Recipient, text: Text, *, by: Actor, at: datetime) -> OfferVersion:
    """A draft, which nobody else sees. Raises `LastDayPassed`."""
    _check_days(text, at)
    offer = Offer.objects.create(recipient=recipient, made_at=at)
    version = OfferVersion.objects.create(offer=offer, number=1, made_at=at, **asdict(text))
    record("offers.offer.written", on=offer, by=by, at=at)
    return version


@transaction.atomic
def change_offer(offer: Offer, text: Text, *, by: Actor, at: datetime) -> OfferVersion:
    """A draft again, also of what waited; what is posted stays to be read meanwhile.

    Raises `LastDayPassed` and `OfferIsClosed`.
    """
    _check_days(text, at)
    offer = open_offer(offer)
    offer.versions.filter(status__in=[Status.DRAFT, Status.WAITING]).update(status=Status.REPLACED)
    number = offer.versions.count() + 1
    version = OfferVersion.objects.create(offer=offer, number=number, made_at=at, **asdict(text))
    record("offers.offer.changed", on=offer, by=by, at=at)
    return version


@transaction.atomic
def send_offer(offer: Offer, *, by: Actor, at: datetime) -> OfferVersion:
    """To the municipality. Raises `NothingToSend`, `LastDayPassed` and `OfferIsClosed`."""
    offer = open_offer(offer)
    version = offer.versions.filter(status=Status.DRAFT).first()
    if version is None:
        raise NothingToSend
    if version.ends_on < local_day(at):
        raise LastDayPassed
    version.status = Status.WAITING
    version.save(update_fields=["status"])
    record("offers.offer.sent", on=offer, by=by, at=at)
    return version


def open_offer(offer: Offer) -> Offer:
    """Locked. Raises `OfferIsClosed`."""
    offer = lock(offer.pk)
    if offer.closed_on is not None:
        raise OfferIsClosed
    return offer


def _check_days(text: Text, at: datetime) -> None:
    if text.ends_on < max(text.starts_on, local_day(at)):
        raise LastDayPassed
