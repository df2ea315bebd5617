"""What the shop shows to one member of a household."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from django.db.models import (
    BigIntegerField,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.functions import Coalesce, Greatest, Least

from plein.identity.models import Member
from plein.kernel.period import age_on
from plein.webshop.models import AssortmentEntry, ProductVersion, VersionStatus

PAGE = 24


def for_sale(schemes: Collection[UUID]) -> QuerySet[ProductVersion]:
    """Approved and in stock; `from_budget` is the least that a budget of these schemes pays."""
    if not schemes:
        return ProductVersion.objects.none()
    offered = AssortmentEntry.objects.on_offer().filter(scheme__in=schemes)
    versions = ProductVersion.objects.filter(
        status=VersionStatus.APPROVED,
        product__is_withdrawn=False,
        product__provider__is_admitted=True,
        product__in=offered.values("product"),
    ).filter(Q(product__stock=None) | Q(product__stock__gt=0))
    return versions.annotate(from_budget=_part_of_budget(schemes))


def on_sale(schemes: Collection[UUID], member: Member, day: date) -> QuerySet[ProductVersion]:
    """What is for sale with these schemes and suits this member's age."""
    versions = for_sale(schemes)
    if member.birth_month is None:
        return versions
    age = age_on(day, member.birth_month)
    return versions.filter(
        Q(age_from=None) | Q(age_from__lte=age), Q(age_until=None) | Q(age_until__gt=age)
    )


def _part_of_budget(schemes: Collection[UUID]) -> Subquery:
    """The price less the own share, as `AssortmentEntry.own_share_of` works it out."""
    less_own = ExpressionWrapper(OuterRef("price") - F("own_share"), BigIntegerField())
    parts = AssortmentEntry.objects.on_offer().filter(
        product=OuterRef("product"), scheme__in=schemes
    )
    part = Greatest(
        Value(1, output_field=BigIntegerField()),
        Least(less_own, Coalesce("scheme_share", less_own)),
    )
    return Subquery(
        parts.annotate(part=part).order_by("part").values("part")[:1],
        output_field=BigIntegerField(),
    )
