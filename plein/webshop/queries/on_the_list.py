"""For which schemes a household waits until there is money again."""

from collections.abc import Sequence
from uuid import UUID

from plein.identity.models import Member
from plein.webshop.models import WaitingGrant, WaitingStatus
from plein.webshop.queries.budgets import seen_by


def waiting_of(members: Sequence[Member], household: UUID) -> list[WaitingGrant]:
    """Places of these members; of the household as a whole for an adult. One query."""
    waiting = WaitingGrant.objects.filter(household=household, status=WaitingStatus.WAITING)
    return seen_by(members, waiting.select_related("period__scheme"))
