"""Whom an amount is for, as its rules ask it; and whether they had one before."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from plein.identity.models import Household, Member, MemberRole
from plein.kernel.clock import local_day
from plein.kernel.period import age_on
from plein.webshop.models import Grant, GrantStatus, HouseholdKind, SchemePeriod
from plein.webshop.rules import Holder


def holder_of(member: Member, *, birth_month: date | None = None, school: str = "") -> Holder:
    """Of a person; what a file says about month and school goes before what we know."""
    return Holder(birth_month or member.birth_month, school or member.school)


def kind_of(household: Household, day: date) -> HouseholdKind:
    return kind_among(household.members_on(day))


def kind_among(members: Iterable[Member]) -> HouseholdKind:
    """Who live together; children of any age at home count as children."""
    roles = Counter(member.role == MemberRole.CHILD for member in members)
    children, adults = roles[True], roles[False]
    if adults > 1:
        return HouseholdKind.FAMILY if children else HouseholdKind.COUPLE
    return HouseholdKind.LONE_PARENT if children else HouseholdKind.SINGLE


def earlier_grant(
    period: SchemePeriod, household: Household, member: Member | None, day: date
) -> date | None:
    """The day of a budget of this scheme that still stands in the way: once in so many years.

    What was taken back does not count. Of a person who lived elsewhere before, that counts too.
    """
    if period.once_in_years is None:
        return None
    grants = Grant.objects.filter(period__scheme=period.scheme).exclude(status=GrantStatus.REVOKED)
    if member is None:
        grants = grants.filter(household=household, member=None)
    elif member.resident_id:
        grants = grants.filter(member__resident=member.resident_id)
    else:
        grants = grants.filter(member=member)
    last = grants.order_by("-granted_at").values_list("granted_at", flat=True).first()
    if last is None or age_on(day, local_day(last)) >= period.once_in_years:
        return None
    return local_day(last)
