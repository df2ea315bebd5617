"""For which schemes a household waits until there is money again."""

from collections.abc import Iterable
from uuid import UUID

from plein.identity.models import Member
from plein.webshop.models import WaitingGrant, WaitingStatus


def waiting_of(members: Iterable[Member], household: UUID) -> list[WaitingGrant]:
    """Places of these members; of the household as a whole for an adult. One query."""
    visible = {member.pk for member in members}
    adult = any(member.role != "kind" for member in members)
    waiting = WaitingGrant.objects.filter(household=household, status=WaitingStatus.WAITING)
    return [
        place
        for place in waiting.select_related("period__scheme")
        if place.member_id in visible or (place.member_id is None and adult)
    ]
