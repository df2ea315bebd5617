"""What would go off the next payment, in its order, and what the beslagvrije voet leaves of it.

Worked out from the month that was worked out last, in the same way as a run does.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from plein.payments.actions.deducting import first_open_month
from plein.payments.calculating import Worked
from plein.payments.line import Amounts, Standing, amounts
from plein.payments.models import Award, AwardMonth
from plein.payments.taking_off import Taking, taking_off


@dataclass(frozen=True, slots=True)
class Goes:
    """Cents that go off; none where nothing is left for it."""

    cents: int
    debt: UUID | None = None
    deduction: UUID | None = None


@dataclass(frozen=True, slots=True)
class GoingOff:
    """`month` is the one it is worked out from; `room` is above the beslagvrije voet."""

    month: AwardMonth
    goes: list[Goes]
    pays: int

    @property
    def room(self) -> int:
        return self.month.room


def going_off(award: Award, *, at: datetime) -> GoingOff | None:
    """None before a month was worked out."""
    months = AwardMonth.objects.fixed().filter(award=award)
    last = months.order_by("-month", "-version").first()
    upcoming = first_open_month(award)
    if last is None or upcoming is None:
        return None
    taking = taking_off([award], upcoming, at)[award.pk]
    worked = Worked(*(getattr(last, name) for name in Worked.__slots__))
    ahead = 0 if award.is_provisional else -award.advance.balance
    standing = Standing(advance=ahead)
    found = amounts(worked, standing, owed=taking.owed, wanted=taking.wanted)
    return GoingOff(last, list(_in_order(taking, found)), found.pays)


def _in_order(taking: Taking, found: Amounts) -> Iterator[Goes]:
    """First a bailiff, then debts, then what the resident asked."""
    taken = {each.debt or each.deduction: each.cents for each in found.offs}
    for wanted in taking.wanted:
        if wanted.is_seizure:
            yield Goes(taken.get(wanted.deduction, 0), deduction=wanted.deduction)
    for owed in taking.owed:
        yield Goes(taken.get(owed.debt, 0), debt=owed.debt)
    for wanted in taking.wanted:
        if not wanted.is_seizure:
            yield Goes(taken.get(wanted.deduction, 0), deduction=wanted.deduction)
