"""Products as staff judge them: what waits, what is on sale, and what a change changes."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from plein.webshop.models import (
    Category,
    ProductVersion,
    Scheme,
    SchemeKind,
    SchemeStatus,
    VersionStatus,
)
from plein.webshop.queries.catalogue import Wanted, found

OF_AGE = 18


def waiting_versions() -> QuerySet[ProductVersion]:
    return _versions(VersionStatus.SUBMITTED).order_by("submitted_at", "pk")


def versions_on_sale(words: str, category: str, scheme: str) -> QuerySet[ProductVersion]:
    versions = found(_versions(VersionStatus.APPROVED), Wanted(words=words))
    if category in Category.values:
        versions = versions.filter(category=category)
    if scheme:
        versions = versions.filter(product__assortment__scheme=scheme)
    return versions.filter(product__is_withdrawn=False).order_by("title", "pk")


def current_version(version: ProductVersion) -> ProductVersion | None:
    """What is on sale now of the same product, when this is a change of it."""
    others = ProductVersion.objects.filter(product=version.product_id).exclude(pk=version.pk)
    return others.filter(status=VersionStatus.APPROVED).first()


def schemes_to_choose() -> list[Scheme]:
    return list(Scheme.objects.exclude(status=SchemeStatus.CLOSED).order_by("name"))


def suggested_schemes(version: ProductVersion, schemes: Iterable[Scheme]) -> set[UUID]:
    """Where the product is now; else the schemes whose template suits its kind and ages."""
    now = set(version.product.assortment.values_list("scheme_id", flat=True))
    return now or {scheme.pk for scheme in schemes if _suits(scheme.kind, version)}


def _suits(kind: str, version: ProductVersion) -> bool:
    is_energy = version.category == Category.ENERGY
    if kind == SchemeKind.ENERGIE:
        return is_energy
    if kind == SchemeKind.KINDPAKKET:
        return not is_energy and (version.age_from or 0) < OF_AGE
    return not is_energy and (version.age_until is None or version.age_until > OF_AGE)


def _versions(status: VersionStatus) -> QuerySet[ProductVersion]:
    return ProductVersion.objects.filter(status=status).select_related(
        "product__provider__organisation"
    )
