"""A provider says where it is, and when it is open."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time

from django.db import transaction

from plein.audit.actions import record
from plein.kernel.actor import Actor
from plein.webshop.locating import queue_place
from plein.webshop.models import OpeningHours, Provider, ProviderPlace

Hours = Mapping[int, tuple[time, time]]  # by day of the week, Monday is 0


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a place is, and when it is open."""

    name: str
    street: str
    postcode: str
    town: str
    hours: Hours


@transaction.atomic
def keep_place(
    provider: Provider, spot: Spot, *, place: ProviderPlace | None = None, by: Actor, at: datetime
) -> ProviderPlace:
    """Add a place, or change one; residents read it at once. Where a new address is, a job asks."""
    kept = place or ProviderPlace(provider=provider)
    moved = (kept.street, kept.postcode) != (spot.street, spot.postcode)
    kept.name, kept.street = spot.name, spot.street
    kept.postcode, kept.town = spot.postcode, spot.town
    if moved:
        kept.latitude = kept.longitude = kept.located_at = None
    kept.save()
    if moved:
        queue_place(kept)
    kept.hours.all().delete()
    OpeningHours.objects.bulk_create(
        OpeningHours(place=kept, weekday=day, opens=opens, closes=closes)
        for day, (opens, closes) in spot.hours.items()
    )
    record("webshop.place.kept", on=kept, by=by, at=at)
    return kept


@transaction.atomic
def drop_place(place: ProviderPlace, *, by: Actor, at: datetime) -> None:
    record("webshop.place.dropped", on=place, by=by, at=at)
    place.delete()
