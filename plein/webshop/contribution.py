"""What a provider contributes: a part of what the budget pays, which it does not get."""

from collections.abc import Collection
from uuid import UUID

from plein.webshop.models import Participation

WHOLE = 10_000  # basis points in a hundred percent


def part_of(price: int, basis_points: int) -> int:
    """In cents, of one line; half a cent goes up. The rest is for the provider."""
    return (price * basis_points + WHOLE // 2) // WHOLE


def agreed_with(provider: UUID, schemes: Collection[UUID]) -> dict[UUID, int]:
    """The basis points that this provider agreed to, by scheme; 0 where it never took part."""
    taking_part = Participation.objects.filter(provider=provider, scheme__in=schemes)
    found = dict(taking_part.values_list("scheme_id", "contribution"))
    return {scheme: found.get(scheme, 0) for scheme in schemes}
