"""The register of addresses said where a place is."""

from datetime import datetime

from django.db import transaction

from plein.audit.actions import record
from plein.kernel.actor import Actor
from plein.kernel.geo import Point
from plein.webshop.models import ProviderPlace


@transaction.atomic
def pin_place(place: ProviderPlace, point: Point, *, by: Actor, at: datetime) -> bool:
    """Put it on the map; not when its address changed while the register was asked."""
    same = ProviderPlace.objects.filter(
        pk=place.pk, street=place.street, postcode=place.postcode, located_at=None
    )
    if not same.update(latitude=point.latitude, longitude=point.longitude, located_at=at):
        return False
    record("webshop.place.located", on=place, by=by, at=at)
    return True
