"""The basket as the resident reads it: who, what, from which budget, and what is left."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef

from plein.identity.models import Member, Resident
from plein.webshop.models import (
    AssortmentEntry,
    BasketLine,
    Grant,
    LimitRule,
    ProductVersion,
    Variant,
    VersionStatus,
)
from plein.webshop.queries.budgets import spendable

Offered = dict[UUID, dict[UUID, AssortmentEntry]]


@dataclass(slots=True)
class ProposedLine:
    """A line with the budget we propose; `short` is in cents, 0 when it fits."""

    line: BasketLine
    version: ProductVersion | None  # None: no longer for sale
    options: list[Grant]
    grant: Grant | None
    own_share: int = 0  # cents, of all pieces
    short: int = 0
    limit: LimitRule | None = None  # that refuses it

    @property
    def lacks_kind(self) -> bool:
        """A kind was not chosen, is sold out, or is no longer offered."""
        if self.version is None:
            return False
        if chosen := self.line.variant:
            return chosen.is_withdrawn or chosen.is_sold_out
        return bool(self.version.has_kinds)  # type: ignore[attr-defined]  # _for_sale

    @property
    def is_fine(self) -> bool:
        if self.lacks_kind or self.limit:
            return False
        return self.version is not None and self.grant is not None and not self.short

    @property
    def price(self) -> int:
        """Of all pieces together."""
        return self.version.price * self.line.pieces if self.version else 0

    @property
    def from_budget(self) -> int:
        return self.price - self.own_share


@dataclass(slots=True)
class BudgetUse:
    """What the basket takes from one budget, and what is left after that."""

    grant: Grant
    costs: int = 0

    @property
    def left(self) -> int:
        return self.grant.budget.balance - self.costs


def propose(
    resident: Resident, members: Sequence[Member], grants: Sequence[Grant], day: date
) -> list[ProposedLine]:
    """Divide the basket over the budgets: the resident's choice first, else what still fits.

    Own budget before household budget, soonest to end first. Three queries.
    """
    lines = list(resident.basket.filter(member__in=members).select_related("member", "variant"))
    versions = _for_sale({line.product_id for line in lines})
    offered = _offered(versions, grants)
    left = {grant.pk: grant.budget.balance for grant in grants}
    proposed = []
    for line in lines:
        options = [
            grant
            for grant in spendable(grants, line.member, day)
            if line.product_id in offered[grant.period.scheme_id]
        ]
        proposed.append(_divide(line, versions.get(line.product_id), options, offered, left))
    return proposed


def per_budget(lines: Iterable[ProposedLine]) -> list[BudgetUse]:
    """Each budget that pays something, in the order of the basket."""
    uses: dict[UUID, BudgetUse] = {}
    for line in lines:
        if line.grant and line.version:
            use = uses.setdefault(line.grant.pk, BudgetUse(line.grant))
            use.costs += line.from_budget
    return list(uses.values())


def _divide(
    line: BasketLine,
    version: ProductVersion | None,
    options: list[Grant],
    offered: Offered,
    left: dict[UUID, int],
) -> ProposedLine:
    if version is None or not options:
        return ProposedLine(line, version, options, None)
    priced = [_priced(line, version, options, grant, offered) for grant in options]
    by_wish = (each for each in priced if each.grant and each.grant.pk == line.grant_id)
    fitting = (each for each in priced if each.grant and left[each.grant.pk] >= each.from_budget)
    chosen = next(by_wish, None) or next(fitting, None) or priced[0]
    _take(chosen, left)
    return chosen


def _priced(
    line: BasketLine,
    version: ProductVersion,
    options: list[Grant],
    grant: Grant,
    offered: Offered,
) -> ProposedLine:
    entry = offered[grant.period.scheme_id][version.product_id]
    own_share = entry.own_share_of(version.price) * line.pieces
    return ProposedLine(line, version, options, grant, own_share)


def _take(chosen: ProposedLine, left: dict[UUID, int]) -> None:
    if chosen.grant is None:
        return
    chosen.short = max(0, chosen.from_budget - left[chosen.grant.pk])
    if not chosen.short:
        left[chosen.grant.pk] -= chosen.from_budget


def _for_sale(products: set[UUID]) -> dict[UUID, ProductVersion]:
    versions = ProductVersion.objects.filter(
        product__in=products, status=VersionStatus.APPROVED, product__is_withdrawn=False
    )
    kinds = Variant.objects.filter(product=OuterRef("product"), is_withdrawn=False)
    versions = versions.select_related("product__provider__organisation")
    versions = versions.annotate(has_kinds=Exists(kinds))
    return {version.product_id: version for version in versions}


def _offered(products: Iterable[UUID], grants: Iterable[Grant]) -> Offered:
    entries = AssortmentEntry.objects.on_offer().filter(
        product_id__in=list(products), scheme_id__in={grant.period.scheme_id for grant in grants}
    )
    offered: Offered = defaultdict(dict)
    for entry in entries:
        offered[entry.scheme_id][entry.product_id] = entry
    return offered
