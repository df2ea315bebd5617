"""Who lives together, and who may see whom."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from plein.identity.models import Household, Member, MemberRole, Resident
from plein.kernel.bsn import Bsn
from plein.kernel.period import age_on
from plein.tenants.keys import index_of
from plein.tenants.scope import current

OF_AGE = 18  # BW boek 1 art. 233
AS_SHOWN = ("role", "birth_month", "id")


def find_resident(bsn: Bsn) -> Resident | None:
    index = index_of(current(), "bsn", bsn.reveal())
    return Resident.objects.filter(bsn_index=index).first()


def visible_members(resident: Resident, household: Household, day: date) -> list[Member]:
    """The members whose budgets this resident may see and spend on this day.

    Adults act for each other and for children under 18. A grown-up child acts for itself
    alone, and from its eighteenth birthday the parents no longer see it.
    """
    members = household.members_on(day).order_by(*AS_SHOWN)
    return visible_among(list(members), resident, day)


def visible_among(members: list[Member], resident: Resident, day: date) -> list[Member]:
    """The same, of who was read already."""
    own = [member for member in members if member.resident_id == resident.pk]
    if not own or own[0].role == MemberRole.CHILD:
        return own
    return [m for m in members if m in own or not _is_grown_child(m, day)]


def at_home_with(residents: Collection[UUID], day: date) -> QuerySet[Member]:
    """Everybody in the households of these residents on this day, themselves included."""
    theirs = Member.objects.on(day).filter(resident__in=residents)
    members = Member.objects.on(day).filter(household__in=theirs.values("household"))
    return members.select_related("resident", "household").order_by(*AS_SHOWN)


def _is_grown_child(member: Member, day: date) -> bool:
    born = member.birth_month
    return member.role == MemberRole.CHILD and born is not None and age_on(day, born) >= OF_AGE
