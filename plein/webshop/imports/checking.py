"""Does a file fit what we know? Every row becomes a budget to grant, a skip, or a problem."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from plein.identity.imports.records import Problem, Text
from plein.identity.models import Member
from plein.identity.queries import OF_AGE
from plein.kernel.actor import Actor
from plein.kernel.bsn import Bsn
from plein.kernel.clock import local_day
from plein.kernel.period import age_on
from plein.webshop.imports.children import known_children
from plein.webshop.imports.register import Register, look_up
from plein.webshop.imports.rows import Row, RowRole
from plein.webshop.models import SchemePeriod, SubjectKind
from plein.webshop.rules import AmountForAge, Holder, fitting_amount

Home = UUID | Bsn  # a household we know, or the head of one that is still to be made


@dataclass(frozen=True, slots=True)
class Planned:
    """A budget to grant: `member` is None for somebody new, and for a household."""

    row: Row
    home: Home
    member: Member | None
    cents: int


@dataclass(slots=True)
class Plan:
    planned: list[Planned] = field(default_factory=list)
    skipped: list[Row] = field(default_factory=list)  # granted before, under this reference
    problems: list[Problem] = field(default_factory=list)

    @property
    def total(self) -> int:
        return sum(each.cents for each in self.planned)


def make_plan(rows: Sequence[Row], period: SchemePeriod, *, by: Actor, at: datetime) -> Plan:
    """What these rows come to today. Names are opened only to tell twins apart."""
    register = look_up(rows, period, local_day(at))
    new = [row for row in rows if row.reference not in register.references]
    children = known_children(_by_household(new, register), register, by=by, at=at)
    planner = _Planner(register, period, children, local_day(at), new)
    for row in new:
        planner.add(row)
    planner.plan.skipped = [row for row in rows if row.reference in register.references]
    return planner.plan


def _by_household(rows: Sequence[Row], register: Register) -> dict[UUID, list[Row]]:
    """The children in the file whose household we know."""
    children = defaultdict(list)
    for row in rows:
        place = register.place_of(row.head)
        if row.role == RowRole.CHILD and place:
            children[place.household_id].append(row)
    return children


class _Planner:
    def __init__(
        self,
        register: Register,
        period: SchemePeriod,
        children: dict[int, Member],
        day: date,
        rows: Sequence[Row],
    ) -> None:
        self.register, self.children, self.day = register, children, day
        self.period = period
        self.for_households = period.scheme.subject == SubjectKind.HOUSEHOLD
        self.amounts: list[AmountForAge] = list(period.amounts.all())
        self.joins = {row.bsn: row.head for row in rows if row.role == RowRole.PARTNER}
        self.taken: dict[object, int] = {}
        self.plan = Plan()

    def add(self, row: Row) -> None:
        home = self._home_of(row.head)
        member = self._member(row)
        problem = self._problem(row, home, member)
        cents = row.cents or self._amount_by_rule(row, home, member)
        if problem is None and cents is None:
            problem = ("bedrag", _("Bij deze persoon past geen bedrag. Vul zelf een bedrag in."))
        if problem:
            self.plan.problems.append(Problem(row.number, *problem))
        else:
            self.plan.planned.append(Planned(row, home, member, cents or 0))

    def _member(self, row: Row) -> Member | None:
        if row.role == RowRole.CHILD:
            return self.children.get(row.number)
        return self.register.place_of(row.bsn) if row.bsn else None

    def _home_of(self, head: Bsn) -> Home:
        """The household somebody lives in, or joins as a partner by this file."""
        for bsn in (head, self.joins.get(head)):
            if bsn and (place := self.register.place_of(bsn)):
                return place.household_id
        return self.joins.get(head, head)

    def _problem(self, row: Row, home: Home, member: Member | None) -> tuple[str, Text] | None:
        if self.for_households != (row.role == RowRole.HOUSEHOLD):
            return ("rol", ONLY_HOUSEHOLDS if self.for_households else ONLY_PERSONS)
        if row.role == RowRole.PARTNER and row.applicant in self.joins:
            return ("bsn_aanvrager", _("De aanvrager staat in dit bestand zelf als partner."))
        if row.birth_month and row.birth_month > self.day:
            return ("geboortemaand", _("Deze maand moet nog komen. Controleer het jaar."))
        if row.role == RowRole.CHILD and _is_of_age(row.birth_month, self.day):
            return ("geboortemaand", GROWN_UP)
        return self._second_budget(row, home, member)

    def _second_budget(
        self, row: Row, home: Home, member: Member | None
    ) -> tuple[str, Text] | None:
        owner: object = (home, row.birth_month, row.name.casefold())
        if row.role == RowRole.HOUSEHOLD:
            owner = home
        elif member or row.bsn:
            owner = member.pk if member else row.bsn
        if owner in self.register.owners:
            return (_who(row), _("Er is al een budget van deze regeling. Haal deze rij weg."))
        if owner in self.register.recent:
            words = _("Dit budget kan één keer in {years} jaar, en dat is nog niet voorbij.")
            return (_who(row), str(words).format(years=self.period.once_in_years))
        first = self.taken.setdefault(owner, row.number)
        if first != row.number:
            words = _("Hiervoor staat al een budget in rij {first}. Haal één van de twee weg.")
            return (_who(row), str(words).format(first=first))
        return None

    def _amount_by_rule(self, row: Row, home: Home, member: Member | None) -> int | None:
        if row.role == RowRole.HOUSEHOLD:
            holder = Holder(household_kind=self.register.kind_of(home))
        else:
            known = member.birth_month if member else None
            holder = Holder(row.birth_month or known, row.school)
        return fitting_amount(self.amounts, self.period, holder, self.day)


ONLY_HOUSEHOLDS = _("Deze regeling geeft een budget per huishouden. Schrijf huishouden.")
ONLY_PERSONS = _("Deze regeling geeft een budget per persoon. Schrijf wie het is.")
GROWN_UP = _("Dit kind is 18 of ouder en vraagt zelf aan. Schrijf volwassene, met een eigen bsn.")


def _is_of_age(birth_month: date | None, day: date) -> bool:
    return birth_month is not None and age_on(day, birth_month) >= OF_AGE


def _who(row: Row) -> str:
    return "voornaam" if row.role == RowRole.CHILD else "bsn"
