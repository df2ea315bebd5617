"""From what somebody has a right to, to what is paid: from amounts alone, no database, no clock."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from plein.payments.calculating import Worked

JUNE = 6


@dataclass(frozen=True, slots=True)
class Owed:
    """To pay back: what is open, and at most how much in a month."""

    debt: UUID
    open: int
    per_month: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """For somebody else; a seizure leaves the beslagvrije voet alone."""

    deduction: UUID
    per_month: int
    is_seizure: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """On the accounts of an award, before the run. Cents; what is owed is above zero."""

    carried: int = 0
    reserve: int = 0
    advance: int = 0


@dataclass(frozen=True, slots=True)
class Off:
    cents: int
    debt: UUID | None = None
    deduction: UUID | None = None


@dataclass(frozen=True, slots=True)
class Amounts:
    """Of a line, as in `RunLine`."""

    paid: int
    carried: int
    holiday: int
    advance_off: int
    offs: tuple[Off, ...]

    @property
    def debts_off(self) -> int:
        return sum(each.cents for each in self.offs if each.debt)

    @property
    def deductions_off(self) -> int:
        return sum(each.cents for each in self.offs if each.deduction)

    @property
    def pays(self) -> int:
        off = self.advance_off + self.debts_off + self.deductions_off
        return self.paid + self.carried + self.holiday - off


def amounts(
    worked: Worked | None,
    standing: Standing,
    *,
    holiday: int = 0,
    owed: Sequence[Owed] = (),
    wanted: Sequence[Wanted] = (),
) -> Amounts:
    """First an advance is set off, then a bailiff, then debts in the order given, then the rest."""
    paid = worked.paid if worked else 0
    left = paid + standing.carried + holiday
    advance_off = min(left, standing.advance)
    room = worked.room if worked else 0
    offs = tuple(_offs(left - advance_off, room, owed, wanted))
    return Amounts(paid, standing.carried, holiday, advance_off, offs)


def holiday_of(
    month: date, pay_on: date, worked: Worked | None, standing: Standing, *, has_ended: bool
) -> int:
    """In June what was kept until then; all of it when the benefit has ended (art. 45 lid 1)."""
    kept_now = worked.reserved if worked else 0
    if has_ended:
        return standing.reserve + kept_now
    if pay_on.month != JUNE:
        return 0
    before_june = month < pay_on.replace(day=1)
    return standing.reserve + (kept_now if before_june else 0)


def _offs(left: int, room: int, owed: Sequence[Owed], wanted: Sequence[Wanted]) -> Iterator[Off]:
    for each in wanted:
        if each.is_seizure and (cents := min(left, room, each.per_month)) > 0:
            left, room = left - cents, room - cents
            yield Off(cents, deduction=each.deduction)
    for debt in owed:
        if (cents := min(left, room, debt.per_month, debt.open)) > 0:
            left, room = left - cents, room - cents
            yield Off(cents, debt=debt.debt)
    for each in wanted:
        if not each.is_seizure and (cents := min(left, each.per_month)) > 0:
            left -= cents
            yield Off(cents, deduction=each.deduction)
