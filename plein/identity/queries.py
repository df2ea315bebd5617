"""Who lives together, and who may see whom."""

from datetime import date

from plein.identity.models import Household, Member, MemberRole, Resident
from plein.kernel.bsn import Bsn
from plein.kernel.period import age_on
from plein.tenants.keys import index_of
from plein.tenants.scope import current

OF_AGE = 18  # BW boek 1 art. 233


def find_resident(bsn: Bsn) -> Resident | None:
    index = index_of(current(), "bsn", bsn.reveal())
    return Resident.objects.filter(bsn_index=index).first()


def visible_members(resident: Resident, household: Household, day: date) -> list[Member]:
    """The members whose budgets this resident may see and spend on this day.

    Adults act for each other and for children under 18. A grown-up child acts for itself
    alone, and from its eighteenth birthday the parents no longer see it.
    """
    members = list(household.members_on(day).order_by("role", "birth_month", "id"))
    own = [member for member in members if member.resident_id == resident.pk]
    if not own or own[0].role == MemberRole.CHILD:
        return own
    return [m for m in members if m in own or not _is_grown_child(m, day)]


def _is_grown_child(member: Member, day: date) -> bool:
    born = member.birth_month
    return member.role == MemberRole.CHILD and born is not None and age_on(day, born) >= OF_AGE
