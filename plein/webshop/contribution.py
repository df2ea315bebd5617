"""What a provider contributes to the scheme: a part of the price that it does not get."""

from collections.abc import Collection
from uuid import UUID

WHOLE = 10_000  # basis points in a hundred percent


def part_of(price: int, basis_points: int) -> int:
    """In cents, of one line; half a cent goes up. The rest is for the provider."""
    return (price * basis_points + WHOLE // 2) // WHOLE


def agreed_with(provider: UUID, schemes: Collection[UUID]) -> dict[UUID, int]:
    """The basis points that this provider agreed to, by scheme; none where nothing was agreed."""
    return dict.fromkeys(schemes, 0)
