"""The budgets of a household, as somebody in it may see them."""

from collections.abc import Iterable
from datetime import date

from plein.identity.models import Household, Member
from plein.webshop.models import Grant, GrantStatus


def grants_for(household: Household, members: Iterable[Member], day: date) -> list[Grant]:
    """Budgets of these members, and of the household as a whole, that run on this day.

    Household budgets are for who may act for it: an adult sees more than one member or is one.
    """
    visible = {member.pk for member in members}
    adult = any(member.role != "kind" for member in members)
    grants = (
        Grant.objects.filter(
            household=household,
            status__in=[GrantStatus.ACTIVE, GrantStatus.BLOCKED],
            period__spend_until__gt=day,
        )
        .select_related("period__scheme", "budget", "member")
        .order_by("period__spend_until", "member__birth_month", "pk")
    )
    return [g for g in grants if g.member_id in visible or (g.member_id is None and adult)]


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
