"""The basket as the resident reads it: who, what, from which budget, and what is left."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from plein.identity.models import Member, Resident
from plein.webshop.models import (
    AssortmentEntry,
    BasketLine,
    Grant,
    ProductVersion,
    VersionStatus,
)
from plein.webshop.queries.budgets import spendable


@dataclass(slots=True)
class ProposedLine:
    """A line with the budget we propose; `short` is in cents, 0 when it fits."""

    line: BasketLine
    version: ProductVersion | None  # None: no longer for sale
    options: list[Grant]
    grant: Grant | None
    short: int = 0

    @property
    def lacks_kind(self) -> bool:
        """A kind was not chosen, is sold out, or is no longer offered."""
        if self.version is None:
            return False
        kinds = [each for each in self.version.product.variants.all() if not each.is_withdrawn]
        chosen = next((each for each in kinds if each.pk == self.line.variant_id), None)
        if chosen is None:
            return bool(kinds) or self.line.variant_id is not None
        return chosen.is_sold_out

    @property
    def is_fine(self) -> bool:
        if self.lacks_kind:
            return False
        return self.version is not None and self.grant is not None and not self.short


def propose(
    resident: Resident,
    members: Sequence[Member],
    grants: Sequence[Grant],
    chosen: Mapping[UUID, UUID],
    day: date,
) -> list[ProposedLine]:
    """Divide the basket over the budgets: the resident's choice first, else what still fits.

    Own budget before household budget, soonest to end first. Four queries.
    """
    lines = list(resident.basket.filter(member__in=members).select_related("member", "variant"))
    versions = _for_sale({line.product_id for line in lines})
    offered = _offered(versions, grants)
    left = {grant.pk: grant.budget.balance for grant in grants}
    proposed = []
    for line in lines:
        version = versions.get(line.product_id)
        options = [
            grant
            for grant in spendable(grants, line.member, day)
            if line.product_id in offered[grant.period.scheme_id]
        ]
        proposed.append(_divide(line, version, options, chosen.get(line.pk), left))
    return proposed


def _divide(
    line: BasketLine,
    version: ProductVersion | None,
    options: list[Grant],
    wish: UUID | None,
    left: dict[UUID, int],
) -> ProposedLine:
    if version is None or not options:
        return ProposedLine(line, version, options, None)
    fitting = (grant for grant in options if left[grant.pk] >= version.price)
    by_wish = (grant for grant in options if grant.pk == wish)
    grant = next(by_wish, None) or next(fitting, None) or options[0]
    short = max(0, version.price - left[grant.pk])
    if not short:
        left[grant.pk] -= version.price
    return ProposedLine(line, version, options, grant, short)


def _for_sale(products: set[UUID]) -> dict[UUID, ProductVersion]:
    versions = ProductVersion.objects.filter(
        product__in=products, status=VersionStatus.APPROVED, product__is_withdrawn=False
    )
    versions = versions.select_related("product__provider__organisation").prefetch_related(
        "product__variants"
    )
    return {version.product_id: version for version in versions}


def _offered(products: Iterable[UUID], grants: Iterable[Grant]) -> dict[UUID, set[UUID]]:
    entries = AssortmentEntry.objects.on_offer().filter(
        product_id__in=list(products), scheme_id__in={grant.period.scheme_id for grant in grants}
    )
    offered: dict[UUID, set[UUID]] = defaultdict(set)
    for scheme, product in entries.values_list("scheme_id", "product_id"):
        offered[scheme].add(product)
    return offered
