"""What we know already about the people in a file, in a handful of queries."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from plein.identity.imports.knowing import in_chunks, residents_of
from plein.identity.models import Member, MemberRole, Resident
from plein.kernel.bsn import Bsn
from plein.webshop.imports.rows import Row
from plein.webshop.models import Grant, GrantStatus, SchemePeriod


@dataclass(slots=True)
class Register:
    """Residents by BSN, their places in a household, the children, and who has a budget."""

    residents: dict[Bsn, Resident]
    places: dict[UUID, Member] = field(default_factory=dict)  # by resident
    children: dict[UUID, list[Member]] = field(default_factory=dict)  # by household
    references: set[str] = field(default_factory=set)
    owners: set[UUID] = field(default_factory=set)  # members and households with a live grant

    def place_of(self, bsn: Bsn) -> Member | None:
        resident = self.residents.get(bsn)
        return self.places.get(resident.pk) if resident else None


def look_up(rows: Collection[Row], period: SchemePeriod, day: date) -> Register:
    register = Register(residents_of(numbers_in(rows)))
    residents = [resident.pk for resident in register.residents.values()]
    members = Member.objects.on(day).select_related("household")
    for member in in_chunks(members, "resident__in", residents):
        register.places[member.resident_id] = member
    households = {member.household_id for member in register.places.values()}
    children = defaultdict(list)
    for child in in_chunks(members.filter(role=MemberRole.CHILD), "household__in", households):
        children[child.household_id].append(child)
    register.children = children
    _add_grants(register, period)
    return register


def _add_grants(register: Register, period: SchemePeriod) -> None:
    live = (GrantStatus.ACTIVE, GrantStatus.BLOCKED)
    grants = Grant.objects.filter(period=period)
    for reference, status, member, household in grants.values_list(
        "reference", "status", "member_id", "household_id"
    ):
        register.references.add(reference)
        if status in live:
            register.owners.add(member or household)


def numbers_in(rows: Iterable[Row]) -> set[Bsn]:
    return {bsn for row in rows for bsn in (row.bsn, row.applicant) if bsn}
