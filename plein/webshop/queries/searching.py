"""Searching the shop: by words, by what a budget can pay, and by what stands beside the list."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from uuid import UUID

from django.contrib.postgres.search import SearchQuery
from django.db.models import Count, Q, QuerySet

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


@dataclass(frozen=True, slots=True)
class Found:
    """So many that are alike in all that one can choose."""

    category: str
    way: str
    provider: UUID
    name: str
    place: str
    count: int


def narrowed(versions: QuerySet[ProductVersion], wanted: Wanted) -> QuerySet[ProductVersion]:
    """Everything that was asked, in the order that was asked."""
    versions = found(versions, wanted)
    if wanted.categories:
        versions = versions.filter(category__in=wanted.categories)
    if wanted.ways:
        versions = versions.filter(fulfilment__in=wanted.ways)
    if wanted.providers:
        versions = versions.filter(product__provider__in=wanted.providers)
    if wanted.places:
        versions = versions.filter(_in_one_of(wanted.places))
    return versions.order_by(*SORTS[wanted.sort])


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


def _in_one_of(places: Iterable[str]) -> Q:
    there = Q()
    for place in places:
        there |= Q(product__provider__address__iendswith=place)
    return there


def grouped(versions: QuerySet[ProductVersion]) -> list[Found]:
    """One query for all the counts beside the list."""
    rows = (
        versions.order_by()
        .values_list(
            "category",
            "fulfilment",
            "product__provider",
            "product__provider__organisation__name",
            "product__provider__address",
        )
        .annotate(n=Count("pk"))
    )
    return [
        Found(category, way, provider, name, place_of(address), n)
        for category, way, provider, name, address, n in rows
    ]


def counts(rows: Iterable[Found], wanted: Wanted, of: str) -> Counter[object]:
    """How many each choice would show, with the other choices as they are."""
    others = {name: chosen for name, chosen in _chosen(wanted).items() if name != of and chosen}
    totals: Counter[object] = Counter()
    for row in rows:
        if all(getattr(row, name) in chosen for name, chosen in others.items()):
            totals[getattr(row, of)] += row.count
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
