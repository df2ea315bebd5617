"""The budgets of a household, as somebody in it may see them."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TypeVar

from plein.identity.models import Household, Member, MemberRole
from plein.webshop.models import Grant, GrantStatus, WaitingGrant

Held = TypeVar("Held", Grant, WaitingGrant)


def grants_for(household: Household, members: Sequence[Member], day: date) -> list[Grant]:
    """Budgets of these members, and of the household as a whole, that run on this day."""
    grants = (
        Grant.objects.filter(
            household=household,
            status__in=[GrantStatus.ACTIVE, GrantStatus.BLOCKED],
            period__spend_until__gt=day,
        )
        .select_related("period__scheme", "budget", "member")
        .order_by("period__spend_until", "member__birth_month", "pk")
    )
    return seen_by(members, grants)


def seen_by(members: Sequence[Member], rows: Iterable[Held]) -> list[Held]:
    """What is of these members themselves; of the household only if one of them is an adult."""
    visible: set[object] = {member.pk for member in members}
    if any(member.role != MemberRole.CHILD for member in members):
        visible.add(None)
    return [row for row in rows if row.member_id in visible]


def spendable(grants: Iterable[Grant], member: Member, day: date) -> list[Grant]:
    """The budgets to pay with for this member: own before household, soonest to end first."""
    fitting = [
        grant
        for grant in grants
        if grant.covers(member)
        and grant.status == GrantStatus.ACTIVE
        and grant.period.is_spendable_on(day)
    ]
    return sorted(fitting, key=lambda grant: (grant.member_id is None, grant.period.spend_until))
