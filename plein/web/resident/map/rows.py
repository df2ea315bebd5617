"""What the list beside the map shows: places, towns to look at alone, and who has no place."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from plein.web.resident.map.distance import distance_words
from plein.web.resident.map.opening import is_open, opening_words
from plein.webshop.queries.nearby import Spot
from plein.webshop.queries.searching import Found

TOWN = "bij"  # as the address of the map calls the town that was chosen
_OF_THE_MAP = (TOWN, "pagina")


def spot_row(
    number: int, spot: Spot, drawn: Collection[int], asked: QueryDict, at: datetime
) -> dict[str, Any]:
    place, provider = spot.place, spot.place.provider
    return {
        "number": number,
        "place": place,
        "on_map": number in drawn,
        "provider": "" if str(provider) == place.name else str(provider),
        "is_open": is_open(place, at),
        "opening": opening_words(place, at),
        "distance": distance_words(spot.metres),
        "products": spot.products,
        "url": products_url(asked, provider.pk),
    }


def town_pills(spots: Sequence[Spot], asked: QueryDict) -> list[dict[str, Any]]:
    """Everything, or one town alone; none where there is nothing to choose."""
    numbers = Counter(spot.place.town for spot in spots)
    if len(numbers) <= 1:
        return []
    towns = [(town, numbers[town]) for town in sorted(numbers)]
    return [
        {
            "label": town or _("Alles"),
            "count": number,
            "url": _map_url(asked, town),
            "chosen": asked.get(TOWN, "") == town,
        }
        for town, number in [("", len(spots)), *towns]
    ]


def without_place(
    rows: Sequence[Found], products: Mapping[UUID, int], spots: Sequence[Spot], asked: QueryDict
) -> list[dict[str, Any]]:
    """Who was found, and has no place to go to: by name."""
    placed = {spot.place.provider_id for spot in spots}
    names = {row.provider: row.name for row in rows if row.provider in products.keys() - placed}
    return [
        {"name": name, "products": products[key], "url": products_url(asked, key)}
        for key, name in sorted(names.items(), key=lambda each: each[1].lower())
    ]


def products_url(asked: QueryDict, provider: UUID | None = None) -> str:
    """What was found in the shop, of all or of this provider alone."""
    query = _without(asked, _OF_THE_MAP)
    if provider:
        query["winkel"] = str(provider)
    return f"{reverse('shop')}?{query.urlencode()}"


def _map_url(asked: QueryDict, town: str) -> str:
    query = _without(asked, _OF_THE_MAP)
    if town:
        query[TOWN] = town
    return f"{reverse('shop-map')}?{query.urlencode()}"


def _without(asked: QueryDict, names: Collection[str]) -> QueryDict:
    query = asked.copy()
    for name in names:
        query.pop(name, None)
    return query
