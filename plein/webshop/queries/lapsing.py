"""Budgets that end soon with money left, and who of the household hears of it."""

from collections.abc import Collection, Iterator
from datetime import date, timedelta
from typing import NamedTuple
from uuid import UUID

from django.db.models import QuerySet

from plein.identity.models import Member, MemberRole
from plein.webshop.models import Grant


class Ending(NamedTuple):
    """A budget of a resident, or of a child that they act for. `until` is not in it."""

    resident: UUID
    period: UUID
    until: date


def ending_within(days: int, day: date) -> QuerySet[Grant]:
    """With money left, and a last day to spend of at most so many days ahead."""
    until = day + timedelta(days=days + 1)
    ending = Grant.objects.spendable_on(day).filter(period__spend_until__lte=until)
    return ending.filter(budget__balance__gt=0)


def who_hears_of(grants: QuerySet[Grant], day: date) -> Iterator[Ending]:
    """Two queries, however many they are."""
    rows = list(grants.values_list("household", "member", "period", "period__spend_until"))
    adults = _adults({household for household, *_ in rows}, day)
    for household, member, period, until in rows:
        for adult, resident in adults.get(household, []):
            if member is None or adult.pk == member or _acts_for(member, adult, adults[household]):
                yield Ending(resident, period, until)


def _adults(households: Collection[UUID], day: date) -> dict[UUID, list[tuple[Member, UUID]]]:
    """Who of a household signs in itself: a grown child too, for its own budget."""
    members = Member.objects.on(day).filter(household__in=households, resident__isnull=False)
    found: dict[UUID, list[tuple[Member, UUID]]] = {}
    for member in members:
        if member.resident_id:
            found.setdefault(member.household_id, []).append((member, member.resident_id))
    return found


def _acts_for(member: UUID, adult: Member, of_household: list[tuple[Member, UUID]]) -> bool:
    """An adult hears of the budget of a child that does not sign in itself."""
    signs_in = any(other.pk == member for other, _resident in of_household)
    return adult.role != MemberRole.CHILD and not signs_in
