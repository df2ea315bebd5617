"""When an amount reaches the account: wages within the month, bijstand after it, toeslagen before.

That is why there is a gap between the last WW and the first bijstand: a matter of days, and not of
rights. The days are those on which these bodies usually pay.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from plein.insight.household import Adult, Household, total
from plein.insight.timeline import Month
from plein.kernel.months import month_of, months_after

JUNE, QUARTER = 6, 3
BEFORE_THE_MONTH = 20  # the day on which toeslagen are there
CENT = Decimal("0.01")


class Kind(StrEnum):
    """What comes in, in the order in which it is shown."""

    WAGE = "loon"
    BENEFIT = "uitkering"
    AOW = "aow"
    BIJSTAND = "bijstand"
    AIO = "aio"
    ALIMONY = "alimentatie"
    HOUSING = "huurtoeslag"
    HEALTH = "zorgtoeslag"
    CHILDREN = "kindgebonden-budget"
    CHILD_BENEFIT = "kinderbijslag"
    CARE = "kinderopvangtoeslag"
    TAX = "teruggaaf"
    HOLIDAY = "vakantietoeslag"


KIND_OF = {
    "huurtoeslag_per_maand": Kind.HOUSING,
    "zorgtoeslag_per_maand": Kind.HEALTH,
    "kindgebonden_budget_per_maand": Kind.CHILDREN,
    "kinderopvangtoeslag_per_maand": Kind.CARE,
}


@dataclass(frozen=True)
class Actual:
    """Euros in a month as it is paid; from an organisation, or as the resident filled it in."""

    amount: Decimal
    source: str  # a key of the catalogue of the vault
    on: date

    @property
    def is_own(self) -> bool:
        return self.source == "inwoner"


@dataclass(frozen=True)
class Amount:
    """Euros that belong to a month, and the day on which they are on the account."""

    kind: Kind
    month: date
    amount: Decimal
    paid_on: date
    target: str = ""  # the rule that explains it
    whose: str = ""  # empty, or "_partner"
    actual: Actual | None = None  # what is really paid: then `amount` is that


def amounts(months: Sequence[Month], household: Household) -> list[Amount]:
    """All that comes in over these months, with nothing for what is nought."""
    found = [each for month in months for each in _of_month(month, household)]
    found += _holiday(months)
    return [each for each in found if each.amount]


def as_paid(found: Sequence[Amount], actual: Mapping[str, Actual], month: date) -> list[Amount]:
    """In this month what is really paid, also where we would come to nothing."""
    real = {target: actual[target] for target in KIND_OF.keys() & actual.keys()}
    worked_out = [each for each in found if each.month != month or each.target not in real]
    day = months_after(month, -1).replace(day=BEFORE_THE_MONTH)
    return worked_out + [
        Amount(KIND_OF[target], month, each.amount, day, target, actual=each)
        for target, each in real.items()
        if each.amount
    ]


def by_month(found: Sequence[Amount]) -> dict[date, list[Amount]]:
    """To what month each belongs."""
    grouped: dict[date, list[Amount]] = defaultdict(list)
    for each in found:
        grouped[each.month].append(each)
    return grouped


def on_account(found: Sequence[Amount]) -> dict[date, Decimal]:
    """What reaches the account in each month."""
    totals: dict[date, Decimal] = defaultdict(Decimal)
    for each in found:
        totals[month_of(each.paid_on)] += each.amount
    return totals


def _of_month(month: Month, household: Household) -> Iterator[Amount]:
    first, here = month.first, household.at(month.first)
    for whose, adult in zip(("", "_partner"), here.adults, strict=False):
        name = f"netto_loon_per_maand{whose}"
        yield Amount(Kind.WAGE, first, month[name], first.replace(day=25), name, whose)
        yield _benefit(month, adult, whose)
    yield _bijstand(month)
    alimony = total(household.child_alimony, first) + total(household.partner_alimony, first)
    yield Amount(Kind.ALIMONY, first, alimony, first)
    before = months_after(first, -1).replace(day=BEFORE_THE_MONTH)
    yield _paid(Kind.HOUSING, month, "huurtoeslag_per_maand", before)
    yield _paid(Kind.HEALTH, month, "zorgtoeslag_per_maand", before)
    yield _paid(Kind.CHILDREN, month, "kindgebonden_budget_per_maand", before)
    yield _paid(Kind.CARE, month, "kinderopvangtoeslag_per_maand", before)
    yield _child_benefit(month)
    refund = total(household.tax_refunds, first)
    yield Amount(Kind.TAX, first, refund, first.replace(day=15))


def _benefit(month: Month, adult: Adult, whose: str) -> Amount:
    """The SVB pays AOW within the month; UWV pays when the form of the month is in."""
    first, name = month.first, f"netto_uitkering_per_maand{whose}"
    if month.earned.values.get(f"aow_per_maand{whose}", 0) and not total(adult.benefits, first):
        return Amount(Kind.AOW, first, month[name], first.replace(day=23), name, whose)
    paid_on = months_after(first, 1).replace(day=10)
    return Amount(Kind.BENEFIT, first, month[name], paid_on, name, whose)


def _bijstand(month: Month) -> Amount:
    """From the AOW age the SVB pays it, together with the AOW (Participatiewet art. 47a)."""
    if month.earned.values.get("valt_onder_aio"):
        return _paid(Kind.AIO, month, "aio_uitbetaald_per_maand", month.first.replace(day=23))
    paid_on = months_after(month.first, 1).replace(day=5)
    return _paid(Kind.BIJSTAND, month, "bijstand_uitbetaald_per_maand", paid_on)


def _paid(kind: Kind, month: Month, target: str, day: date) -> Amount:
    return Amount(kind, month.first, month[target], day, target)


def _child_benefit(month: Month) -> Amount:
    """A third of the quarter; all of it comes after the quarter."""
    first, target = month.first, "kinderbijslag_per_kwartaal"
    quarter = first.month - (first.month - 1) % QUARTER
    paid_on = months_after(date(first.year, quarter, 1), QUARTER).replace(day=3)
    third = (month[target] / QUARTER).quantize(CENT)
    return Amount(Kind.CHILD_BENEFIT, first, third, paid_on, target)


def _holiday(months: Sequence[Month]) -> Iterator[Amount]:
    """What stayed behind of the bijstand is paid in June, and when the bijstand stops."""
    kept = Decimal(0)
    for month in months:
        kept += month["vakantietoeslag_gereserveerd"]
        if kept and (month.first.month == JUNE or not month["bijstand_per_maand"]):
            target = "vakantietoeslag_gereserveerd"
            yield Amount(Kind.HOLIDAY, month.first, kept, month.first.replace(day=20), target)
            kept = Decimal(0)
