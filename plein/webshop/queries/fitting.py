"""A few things per person that suit its age and that its budget can pay."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from plein.identity.models import Member
from plein.webshop.models import AssortmentEntry, Grant, ProductVersion
from plein.webshop.queries.budgets import spendable
from plein.webshop.queries.catalogue import for_sale, open_on

NEWEST = 200  # looked through, whatever the size of the shop


def fitting_for(
    members: Sequence[Member], grants: Sequence[Grant], day: date, most: int
) -> dict[UUID, list[ProductVersion]]:
    """The newest that fit, per member, of different kinds first. Two queries for everybody."""
    payers = {member.pk: spendable(grants, member, day) for member in members}
    schemes = {grant.period.scheme_id for own in payers.values() for grant in own}
    if not schemes:
        return {member.pk: [] for member in members}
    newest = list(
        open_on(for_sale(schemes), day)
        .select_related("product__provider__organisation")
        .order_by("-reviewed_at", "-pk")[:NEWEST]
    )
    entries = _entries(newest, schemes)
    return {
        member.pk: _varied(
            [
                version
                for version in newest
                if version.suits(member.birth_month, day)
                and any(_pays(grant, version, entries) for grant in payers[member.pk])
            ],
            most,
        )
        for member in members
    }


Entries = dict[tuple[UUID, UUID], AssortmentEntry]


def _entries(versions: Sequence[ProductVersion], schemes: set[UUID]) -> Entries:
    offered = AssortmentEntry.objects.on_offer().filter(
        product__in=[version.product_id for version in versions], scheme__in=schemes
    )
    return {(entry.scheme_id, entry.product_id): entry for entry in offered}


def _pays(grant: Grant, version: ProductVersion, entries: Entries) -> bool:
    entry = entries.get((grant.period.scheme_id, version.product_id))
    return (
        entry is not None
        and version.price - entry.own_share_of(version.price) <= grant.budget.balance
    )


def _varied(versions: list[ProductVersion], most: int) -> list[ProductVersion]:
    """One of each kind before a second of any."""
    seen: dict[str, int] = {}
    turns = []
    for place, version in enumerate(versions):
        seen[version.category] = seen.get(version.category, 0) + 1
        turns.append((seen[version.category], place, version))
    return [version for _turn, _place, version in sorted(turns, key=lambda turn: turn[:2])[:most]]
