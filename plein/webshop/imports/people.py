"""The people in a file who are new to us: made known and sealed, many at once."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from uuid import UUID, uuid4

from plein.audit.many import record_each
from plein.identity.gate import seal_for
from plein.identity.keys import context, data_key, wrapped_key
from plein.identity.models import Household, Member, MemberRole, Resident
from plein.kernel.actor import Actor
from plein.kernel.bsn import Bsn
from plein.kernel.clock import local_day
from plein.kernel.crypto import seal
from plein.tenants.keys import index_of
from plein.tenants.models import Municipality
from plein.tenants.scope import current
from plein.webshop.imports.checking import Home, Planned
from plein.webshop.imports.register import in_chunks, numbers_in, residents_of
from plein.webshop.imports.rows import Row, RowRole

Places = dict[int, tuple[Household, Member | None]]  # by row number: who owns the budget
BATCH = 2_000
ROLES = {
    RowRole.ADULT: MemberRole.ADULT,
    RowRole.HOUSEHOLD: MemberRole.ADULT,
    RowRole.PARTNER: MemberRole.PARTNER,
    RowRole.CHILD: MemberRole.CHILD,
}


def know_residents(rows: Iterable[Row], *, by: Actor, at: datetime) -> None:
    """Make every BSN in the file known, and hold their households still until we are done."""
    numbers = numbers_in(rows)
    missing = numbers - residents_of(numbers).keys()
    municipality = current()
    new = [_new_resident(municipality, bsn, at) for bsn in missing]
    Resident.objects.bulk_create(new, batch_size=BATCH, ignore_conflicts=True)
    residents = [resident.pk for resident in residents_of(numbers).values()]
    locked = Resident.objects.select_for_update().order_by("pk")
    known = {resident.pk for resident in in_chunks(locked, "pk__in", sorted(residents))}
    made = [resident for resident in new if resident.pk in known]
    record_each("identity.resident.known", ((each, {}) for each in made), by=by, at=at)


def _new_resident(municipality: Municipality, bsn: Bsn, at: datetime) -> Resident:
    subject = uuid4()
    wrapped = wrapped_key(municipality, subject)
    key = data_key(municipality, subject, wrapped)
    return Resident(
        id=subject,
        bsn_index=index_of(municipality, "bsn", bsn.reveal()),
        bsn_sealed=seal(key, bsn.reveal().encode(), context=context(municipality, subject, "bsn")),
        data_key=wrapped,
        created_at=at,
    )


def settle(planned: Sequence[Planned], rows: Sequence[Row], *, at: datetime) -> Places:
    """Give everybody in the plan a household and a place in it; say who owns each budget."""
    return _Settlers(planned, rows, local_day(at)).settle()


class _Settlers:
    def __init__(self, planned: Sequence[Planned], rows: Sequence[Row], day: date) -> None:
        self.planned, self.day = planned, day
        self.residents = residents_of(numbers_in(rows))
        self.names = {row.bsn: row.name for row in rows if row.bsn and row.name}
        self.homes: dict[Home, Household] = {}
        self.members: list[Member] = []
        self.people: dict[Bsn, Member] = {}

    def settle(self) -> Places:
        self._find_homes()
        self._start_homes()
        places = {each.row.number: self._place(each) for each in self.planned}
        Member.objects.bulk_create(self.members, batch_size=BATCH)
        return places

    def _find_homes(self) -> None:
        known = {each.home for each in self.planned if isinstance(each.home, UUID)}
        for household in in_chunks(Household.objects.all(), "pk__in", known):
            self.homes[household.pk] = household

    def _start_homes(self) -> None:
        """A household for each applicant who has none, with the applicant in it."""
        heads = dict.fromkeys(e.home for e in self.planned if isinstance(e.home, Bsn))
        municipality = current()
        for head in heads:
            subject = uuid4()
            home = Household(id=subject, data_key=wrapped_key(municipality, subject))
            self.homes[head] = home
        Household.objects.bulk_create((self.homes[head] for head in heads), batch_size=BATCH)
        for head in heads:
            self._join(self.homes[head], head, MemberRole.ADULT)

    def _place(self, each: Planned) -> tuple[Household, Member | None]:
        row, home = each.row, self.homes[each.home]
        if row.role == RowRole.HOUSEHOLD:
            return home, None
        if each.member:
            _keep_up(each.member, row)
            return each.member.household, each.member
        if row.bsn is None:
            return home, self._move_in(home, ROLES[row.role], row.name, row)
        member = self.people.get(row.bsn) or self._join(home, row.bsn, ROLES[row.role])
        member.birth_month, member.school = row.birth_month, row.school
        return home, member

    def _join(self, home: Household, bsn: Bsn, role: MemberRole) -> Member:
        member = self._move_in(home, role, self.names.get(bsn, ""))
        member.resident = self.residents[bsn]
        self.people[bsn] = member
        return member

    def _move_in(
        self, home: Household, role: MemberRole, name: str, row: Row | None = None
    ) -> Member:
        subject = uuid4()
        member = Member(
            id=subject,
            household=home,
            role=role,
            name_sealed=seal_for(home, subject, "name", name),
            start=self.day,
        )
        if row:
            member.birth_month, member.school = row.birth_month, row.school
        self.members.append(member)
        return member


def _keep_up(member: Member, row: Row) -> None:
    """A child goes to another school, and the file says so."""
    if row.role == RowRole.CHILD and member.school != row.school:
        member.school = row.school
        member.save(update_fields=["school"])
