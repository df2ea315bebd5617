"""The people in a file who are new to us: a household for each, and a place in it."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID, uuid4

from plein.identity.gate import seal_for
from plein.identity.imports.knowing import in_chunks, residents_of
from plein.identity.keys import wrapped_key
from plein.identity.models import Household, Member, MemberRole
from plein.kernel.bsn import Bsn
from plein.kernel.clock import local_day
from plein.tenants.scope import current
from plein.webshop.imports.checking import Home, Planned
from plein.webshop.imports.register import numbers_in
from plein.webshop.imports.rows import Row, RowRole

Places = dict[int, tuple[Household, Member | None]]  # by row number: who owns the budget
BATCH = 2_000
ROLES = {
    RowRole.ADULT: MemberRole.ADULT,
    RowRole.HOUSEHOLD: MemberRole.ADULT,
    RowRole.PARTNER: MemberRole.PARTNER,
    RowRole.CHILD: MemberRole.CHILD,
}


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
        self._say_where()
        places = {each.row.number: self._place(each) for each in self.planned}
        Member.objects.bulk_create(self.members, batch_size=BATCH)
        return places

    def _find_homes(self) -> None:
        known = {each.home for each in self.planned if isinstance(each.home, UUID)}
        for household in in_chunks(Household.objects.all(), "pk__in", known):
            self.homes[household.pk] = household

    def _start_homes(self) -> None:
        """A household for each applicant who has none, with the applicant in it."""
        heads = {e.home: e.row.area for e in self.planned if isinstance(e.home, Bsn)}
        municipality = current()
        for head, area in heads.items():
            subject = uuid4()
            key = wrapped_key(municipality, subject)
            home = Household(id=subject, data_key=key, area=area)
            self.homes[head] = home
        Household.objects.bulk_create((self.homes[head] for head in heads), batch_size=BATCH)
        for head in heads:
            self._join(self.homes[head], head, MemberRole.ADULT)

    def _say_where(self) -> None:
        """The part of the town of each home, as the file says it."""
        moved = []
        for each in self.planned:
            home = self.homes[each.home]
            if each.row.area and home.area != each.row.area:
                home.area = each.row.area
                moved.append(home)
        Household.objects.bulk_update(moved, ["area"], batch_size=BATCH)

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
