"""What we know already about the people in a file, in a handful of queries."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from plein.identity.imports.knowing import in_chunks, residents_of
from plein.identity.models import Member, MemberRole, Resident
from plein.kernel.bsn import Bsn
from plein.kernel.clock import local_day
from plein.kernel.period import age_on
from plein.webshop.holders import kind_among
from plein.webshop.imports.rows import Row
from plein.webshop.models import Grant, GrantStatus, HouseholdKind, SchemePeriod


@dataclass(slots=True)
class Register:
    """Residents by BSN, their places in a household, the children, and who has a budget."""

    residents: dict[Bsn, Resident]
    places: dict[UUID, Member] = field(default_factory=dict)  # by resident
    children: dict[UUID, list[Member]] = field(default_factory=dict)  # by household
    references: set[str] = field(default_factory=set)
    owners: set[UUID] = field(default_factory=set)  # members and households with a live grant
    recent: set[UUID] = field(default_factory=set)  # those who had one too short a time ago
    homes: dict[UUID, list[Member]] = field(default_factory=dict)  # who live there

    def kind_of(self, home: UUID | Bsn) -> HouseholdKind:
        """Who live together; a household that is still to be made is of one adult."""
        return kind_among(self.homes.get(home, ()) if isinstance(home, UUID) else ())

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
    register.homes, register.children = defaultdict(list), defaultdict(list)
    for member in in_chunks(members, "household__in", households):
        register.homes[member.household_id].append(member)
        if member.role == MemberRole.CHILD:
            register.children[member.household_id].append(member)
    _add_grants(register, period)
    _add_recent(register, period, day)
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


def _add_recent(register: Register, period: SchemePeriod, day: date) -> None:
    """Budgets of other periods that stand in the way: once in so many years."""
    if period.once_in_years is None:
        return
    grants = Grant.objects.filter(period__scheme=period.scheme_id).exclude(period=period)
    for granted_at, member, household in grants.exclude(status=GrantStatus.REVOKED).values_list(
        "granted_at", "member_id", "household_id"
    ):
        if age_on(day, local_day(granted_at)) < period.once_in_years:
            register.recent.add(member or household)


def numbers_in(rows: Iterable[Row]) -> set[Bsn]:
    return {bsn for row in rows for bsn in (row.bsn, row.applicant) if bsn}
