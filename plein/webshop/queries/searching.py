"""Searching the shop: by words, by what a budget can pay, and by what stands beside the list."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple
from uuid import UUID

from django.contrib.postgres.search import SearchQuery
from django.db.models import Q, QuerySet

from plein.webshop.models import ProductVersion
from plein.webshop.words import place_of, stems

SORTS = {
    "naam": ("title", "pk"),
    "prijs": ("price", "title", "pk"),
    "prijs-af": ("-price", "title", "pk"),
    "nieuw": ("-reviewed_at", "title", "pk"),
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody looks for; `most` is the largest amount a budget can pay, in cents."""

    words: str = ""
    categories: Collection[str] = field(default_factory=list)
    ways: Collection[str] = field(default_factory=list)
    providers: Collection[UUID] = field(default_factory=list)
    places: Collection[str] = field(default_factory=list)
    most: int | None = None
    price: int | None = None
    sort: str = "naam"


class Found(NamedTuple):
    """A product that was found, by all that one can choose."""

    version: UUID
    category: str
    way: str
    provider: UUID
    name: str
    place: str


def listed(versions: QuerySet[ProductVersion], wanted: Wanted) -> list[Found]:
    """What was found, in the order that was asked: one narrow query, however much it is.

    Counts, pages and choices all come from these rows; only the products of a page are read whole.
    """
    rows = (
        found(versions, wanted)
        .order_by(*SORTS[wanted.sort])
        .values_list(
            "pk",
            "category",
            "fulfilment",
            "product__provider",
            "product__provider__organisation__name",
            "product__provider__address",
        )
    )
    places = cache(place_of)
    return [
        Found(version, category, way, provider, name, places(address))
        for version, category, way, provider, name, address in rows
    ]


def chosen(rows: Iterable[Found], wanted: Wanted) -> list[UUID]:
    """Those that fit every choice beside the list, in the same order."""
    asked = {name: picked for name, picked in _chosen(wanted).items() if picked}
    return [
        row.version
        for row in rows
        if all(getattr(row, name) in picked for name, picked in asked.items())
    ]


def on_page(versions: QuerySet[ProductVersion], page: Sequence[UUID]) -> list[ProductVersion]:
    """These versions with their provider, in this order."""
    whole = versions.filter(pk__in=page).select_related("product__provider__organisation")
    by_key = {version.pk: version for version in whole}
    return [by_key[key] for key in page if key in by_key]


def found(versions: QuerySet[ProductVersion], wanted: Wanted) -> QuerySet[ProductVersion]:
    """By words and price, before anything beside the list is chosen: what the counts are of."""
    for word in wanted.words.lower().split():
        versions = versions.filter(_says(word))
    if wanted.most is not None:
        versions = versions.filter(from_budget__lte=wanted.most)  # type: ignore[misc]  # for_sale
    if wanted.price is not None:
        versions = versions.filter(price__lte=wanted.price)
    return versions


def _says(word: str) -> Q:
    """Stemmed in the text, inside a word of the title (zwem finds zwemles), or in the name."""
    says = Q(words=SearchQuery(word, config="dutch"))
    says |= Q(product__provider__organisation__name__icontains=word)
    for stem in stems(word):
        says |= Q(title__icontains=stem)
    return says


def counts(rows: Iterable[Found], wanted: Wanted, of: str) -> Counter[object]:
    """How many each choice would show, with the other choices as they are."""
    others = {name: picked for name, picked in _chosen(wanted).items() if name != of and picked}
    totals: Counter[object] = Counter(
        getattr(row, of)
        for row in rows
        if all(getattr(row, name) in picked for name, picked in others.items())
    )
    totals.pop("", None)
    return totals


def _chosen(wanted: Wanted) -> dict[str, Collection[object]]:
    return {
        "category": wanted.categories,
        "way": wanted.ways,
        "provider": wanted.providers,
        "place": wanted.places,
    }


def vocabulary(versions: QuerySet[ProductVersion]) -> set[str]:
    """Every word of the titles and providers that can be found: asked only when nothing is."""
    names = versions.order_by().values_list("title", "product__provider__organisation__name")
    return {
        word.strip(".,:;()'\"!?").lower()
        for pair in names
        for text in pair
        for word in text.split()
    }
