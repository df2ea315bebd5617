"""What we know already about the people in a file, in a handful of queries."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from plein.identity.models import Member, MemberRole, Resident
from plein.kernel.bsn import Bsn
from plein.tenants.keys import index_of
from plein.tenants.scope import current
from plein.webshop.imports.rows import Row
from plein.webshop.models import Grant, GrantStatus, SchemePeriod

CHUNK = 5_000  # values in one query


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


def residents_of(numbers: Iterable[Bsn]) -> dict[Bsn, Resident]:
    municipality = current()
    indexes = {index_of(municipality, "bsn", bsn.reveal()): bsn for bsn in numbers}
    known = in_chunks(Resident.objects.all(), "bsn_index__in", indexes)
    return {indexes[bytes(resident.bsn_index)]: resident for resident in known}


def in_chunks(rows: QuerySet[Any], lookup: str, values: Iterable[Any]) -> Iterator[Any]:
    """The rows with one of these values, in queries of a size the database likes."""
    left = iter(values)
    while chunk := list(islice(left, CHUNK)):
        yield from rows.filter(**{lookup: chunk})
