"""Places where something that was found can be got: the nearest first."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from plein.kernel.geo import Point
from plein.webshop.models import ProviderPlace


@dataclass(frozen=True, slots=True)
class Spot:
    """A place, how many products its provider has, and how far it is; None: not known."""

    place: ProviderPlace
    products: int
    metres: int | None


def spots_of(products: Mapping[UUID, int], home: Point | None) -> list[Spot]:
    """By distance, or by name; those that are not on the map come last. Two queries.

    `products` are counts by provider, of what somebody may see: so no place of another shop.
    """
    places = (
        ProviderPlace.objects.filter(provider__in=products)
        .select_related("provider__organisation")
        .prefetch_related("hours")
    )
    spots = [Spot(place, products[place.provider_id], _metres(place, home)) for place in places]
    return sorted(spots, key=_order)


def _metres(place: ProviderPlace, home: Point | None) -> int | None:
    return round(home.metres_to(place.point)) if home and place.point else None


def _order(spot: Spot) -> tuple[bool, int, str]:
    return spot.place.point is None, spot.metres or 0, spot.place.name.lower()
