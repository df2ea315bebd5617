"""What the shop shows to one member of a household."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from django.db.models import (
    BigIntegerField,
    Exists,
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
from plein.webshop.models import AssortmentEntry, ProductVersion, Variant, VersionStatus

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
    return _with_a_kind_left(versions).annotate(from_budget=_part_of_budget(schemes))


def open_on(versions: QuerySet[ProductVersion], day: date) -> QuerySet[ProductVersion]:
    """Without the courses for which it is too late to sign up."""
    return versions.filter(
        Q(sign_up_until__gte=day)
        | Q(sign_up_until=None, ends_on=None)
        | Q(sign_up_until=None, ends_on__gte=day)
    )


def _with_a_kind_left(versions: QuerySet[ProductVersion]) -> QuerySet[ProductVersion]:
    """Without kinds, or with one that is not sold out."""
    kinds = Variant.objects.filter(product=OuterRef("product"), is_withdrawn=False)
    left = kinds.filter(Q(stock=None) | Q(stock__gt=0))
    return versions.filter(Exists(left) | ~Exists(kinds))


def on_sale(schemes: Collection[UUID], member: Member, day: date) -> QuerySet[ProductVersion]:
    """What is for sale with these schemes, still open, and suits this member's age."""
    versions = open_on(for_sale(schemes), day)
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
