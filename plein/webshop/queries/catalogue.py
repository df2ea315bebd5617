"""What the shop shows to one member of a household, filtered and searched."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.contrib.postgres.search import SearchQuery, SearchVector
from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from plein.identity.models import Member
from plein.kernel.period import age_on
from plein.webshop.models import AssortmentEntry, Category, ProductVersion, Variant, VersionStatus
from plein.webshop.words import stems

PAGE = 24
SORTS = {"naam": ("title", "pk"), "prijs": ("price", "title", "pk")}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody looks for; `most` is the largest amount a budget can pay, in cents."""

    words: str = ""
    categories: Collection[str] = field(default_factory=list)
    most: int | None = None
    sort: str = "naam"


def on_sale(schemes: Collection[UUID], member: Member, day: date) -> QuerySet[ProductVersion]:
    """Approved products of who takes part in these schemes, that suit this member's age."""
    offered = AssortmentEntry.objects.on_offer().filter(scheme__in=schemes)
    versions = ProductVersion.objects.filter(
        status=VersionStatus.APPROVED,
        product__is_withdrawn=False,
        product__provider__is_admitted=True,
        product__in=offered.values("product"),
    ).filter(Q(product__stock=None) | Q(product__stock__gt=0))
    versions = _with_a_kind_left(versions).filter(
        Q(sign_up_until__gte=day)
        | Q(sign_up_until=None, ends_on=None)
        | Q(sign_up_until=None, ends_on__gte=day)
    )
    if member.birth_month is not None:
        age = age_on(day, member.birth_month)
        versions = versions.filter(
            Q(age_from=None) | Q(age_from__lte=age), Q(age_until=None) | Q(age_until__gt=age)
        )
    return versions


def _with_a_kind_left(versions: QuerySet[ProductVersion]) -> QuerySet[ProductVersion]:
    """Without kinds, or with one that is not sold out."""
    kinds = Variant.objects.filter(product=OuterRef("product"), is_withdrawn=False)
    left = kinds.filter(Q(stock=None) | Q(stock__gt=0))
    return versions.filter(Exists(left) | ~Exists(kinds))


def narrowed(versions: QuerySet[ProductVersion], wanted: Wanted) -> QuerySet[ProductVersion]:
    versions = found(versions, wanted)
    if wanted.categories:
        versions = versions.filter(category__in=wanted.categories)
    return versions.order_by(*SORTS.get(wanted.sort, SORTS["naam"]))


def found(versions: QuerySet[ProductVersion], wanted: Wanted) -> QuerySet[ProductVersion]:
    """By words and price, before a category is chosen: the counts beside the filter."""
    if words := wanted.words.split():
        text = SearchVector("title", "description", config="dutch")
        whole = SearchQuery(wanted.words, config="dutch")
        versions = versions.annotate(text=text).filter(Q(text=whole) | _parts(words))
    if wanted.most is not None:
        versions = versions.filter(price__lte=wanted.most)
    return versions


def _parts(words: list[str]) -> Q:
    """Each word inside a word: zwem finds zwemles, and the name of a provider counts too."""
    all_of_them = Q()
    for word in words:
        one_of_them = Q(product__provider__organisation__name__icontains=word)
        for stem in stems(word.lower()):
            one_of_them |= Q(title__icontains=stem)
        all_of_them &= one_of_them
    return all_of_them


def category_counts(versions: QuerySet[ProductVersion]) -> list[tuple[Category, int]]:
    """How many there are per category, in the order of the categories; empty ones left out."""
    counts = dict(
        versions.order_by().values_list("category").annotate(n=Count("pk", distinct=True))
    )
    return [(category, counts[category]) for category in Category if category in counts]
