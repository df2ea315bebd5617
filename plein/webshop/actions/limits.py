"""Staff set what a scheme holds people to, and put products in the groups it counts."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from plein.audit.actions import record
from plein.identity.models import Staff
from plein.webshop.models import (
    Category,
    LimitRule,
    LimitScope,
    LimitWindow,
    Product,
    ProductGroup,
    Scheme,
)


@dataclass(frozen=True, slots=True)
class Limit:
    """At most so many pieces, or so many cents; of a group by name, a category, or everything."""

    scope: LimitScope
    window: LimitWindow
    most: int | None = None
    most_cents: int | None = None
    group: str = ""
    category: Category | str = ""
    years: int | None = None
    age_from: int | None = None
    age_until: int | None = None  # years, not in it


@transaction.atomic
def add_limit(scheme: Scheme, limit: Limit, *, by: Staff, at: datetime) -> LimitRule:
    """From now on; what was ordered before counts, and stays as it is."""
    rule = LimitRule.objects.create(
        scheme=scheme,
        group=group_named(limit.group) if limit.group else None,
        category=limit.category,
        scope=limit.scope,
        window=limit.window,
        years=limit.years,
        most=limit.most,
        most_cents=limit.most_cents,
        age_from=limit.age_from,
        age_until=limit.age_until,
    )
    record("webshop.limit.added", on=rule, by=by.actor, at=at)
    return rule


@transaction.atomic
def drop_limit(limit: LimitRule, *, by: Staff, at: datetime) -> None:
    record("webshop.limit.dropped", on=limit, by=by.actor, at=at)
    limit.delete()


def group_named(name: str) -> ProductGroup:
    """The group of this name; new when it is not there."""
    found = ProductGroup.objects.filter(name__iexact=name.strip()).first()
    return found or ProductGroup.objects.create(name=name.strip())


@transaction.atomic
def put_in_group(
    products: Collection[UUID], group: ProductGroup | None, *, by: Staff, at: datetime
) -> None:
    """Count these products together, also what was bought of them before."""
    for product in Product.objects.select_for_update().filter(pk__in=products).order_by("pk"):
        product.group = group
        product.save(update_fields=["group"])
        record("webshop.product.grouped", on=product, by=by.actor, at=at)
