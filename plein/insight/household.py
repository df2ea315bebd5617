"""A household over time: who belong to it, and what comes in from when until when."""

from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

from plein.kernel.months import part_of


@dataclass(frozen=True)
class Flow:
    """Euros in a whole month, from a day until another that is not in it."""

    amount: Decimal
    start: date | None = None
    until: date | None = None

    def in_month(self, month: date) -> Decimal:
        """By the days of the month, to the cent."""
        return (self.amount * part_of(month, self.start, self.until)).quantize(Decimal("0.01"))


@dataclass(frozen=True)
class Unemployment:
    """WW: the wage per day that it rests on, and when it began and ends at the latest."""

    day_wage: Decimal
    began: date
    until: date


@dataclass(frozen=True)
class Adult:
    born: date
    wages: tuple[Flow, ...] = ()  # gross, without holiday allowance
    benefits: tuple[Flow, ...] = ()  # gross; not WW, AOW or bijstand
    pensions: tuple[Flow, ...] = ()
    ww: Unemployment | None = None
    has_credit_at_work: bool = True  # loonheffingskorting
    assets_box3: Decimal = Decimal(0)
    aow_percent: int = 100
    studies: bool = False

    def wage_in(self, month: date) -> Decimal:
        return total(self.wages, month)


class CareKind(StrEnum):
    """Kinderopvang: each has a highest price per hour of its own."""

    DAY = "dagopvang"
    AFTER_SCHOOL = "bso"
    CHILDMINDER = "gastouder"


@dataclass(frozen=True)
class Care:
    """Of one child: hours in a month, and euros an hour."""

    kind: CareKind
    hours: Decimal
    price: Decimal


@dataclass(frozen=True)
class Stay:
    """Who comes or goes within a month does so from the next; `until` is not in it."""

    start: date | None = None
    until: date | None = None

    def covers(self, month: date) -> bool:
        begun = self.start is None or self.start <= month
        return begun and (self.until is None or month < self.until)


@dataclass(frozen=True)
class Household:
    """Children at home, by their day of birth. `partner` is one in every law."""

    applicant: Adult
    partner: Adult | None = None
    partner_from: date | None = None
    partner_until: date | None = None  # not in it
    partners_before: tuple[tuple[Adult, Stay], ...] = ()
    children: tuple[date, ...] = ()
    left_home: tuple[tuple[date, date], ...] = ()  # children: their birth, and gone since
    rents: tuple[Flow, ...] = ()
    service_costs: Decimal = Decimal(0)
    others_from_27: int = 0  # who live here and share the costs
    care: tuple[Care, ...] = ()
    housemates: tuple[Stay, ...] = ()  # others of 27 and older, for a time
    child_alimony: tuple[Flow, ...] = ()
    partner_alimony: tuple[Flow, ...] = ()
    tax_refunds: tuple[Flow, ...] = ()  # voorlopige teruggaaf, as it is paid
    costs: dict[str, Flow] = field(default_factory=dict)  # what goes out, by its name
    repayments: tuple[Flow, ...] = ()  # of debts, beside those costs
    assets: Decimal = Decimal(0)
    debts: Decimal = Decimal(0)
    applies_for_bijstand_from: date | None = None

    def at(self, month: date) -> "Household":
        """Who are together in this month. Who left home stays in it: see `children_at`."""
        stays = [*self.partners_before]
        if self.partner:
            stays.append((self.partner, Stay(self.partner_from, self.partner_until)))
        others = self.others_from_27 + sum(stay.covers(month) for stay in self.housemates)
        return replace(
            self,
            partner=next((adult for adult, stay in stays if stay.covers(month)), None),
            partner_from=None,
            partner_until=None,
            partners_before=(),
            others_from_27=others,
            housemates=(),
        )

    def children_at(self, month: date) -> tuple[date, ...]:
        """Without who left home before it."""
        here = list(self.children)
        for born, since in self.left_home:
            if since <= month and born in here:
                here.remove(born)
        return tuple(here)

    def spent_in(self, month: date) -> Decimal:
        return total((*self.costs.values(), *self.repayments), month)

    @property
    def adults(self) -> list[Adult]:
        return [self.applicant, *([self.partner] if self.partner else [])]


def total(flows: tuple[Flow, ...], month: date) -> Decimal:
    return sum((flow.in_month(month) for flow in flows), Decimal(0))
