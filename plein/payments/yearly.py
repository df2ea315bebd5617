"""What somebody got in a year, by payment: what reached the account, and what went elsewhere."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Sum
from django.db.models.functions import Coalesce

from plein.ledger.models import Entry, TransferKind
from plein.payments.models import Award, Debt, LineState, RunLine
from plein.payments.seen import lines_seen

GIVEN = (LineState.BOOKED, LineState.PAID)
PAID_BACK = (TransferKind.VASTSTELLEN, TransferKind.AFLOSSEN)


@dataclass(frozen=True, slots=True)
class Year:
    year: int
    lines: Sequence[RunLine]  # in the order in which they were paid
    repaid: int = 0  # of what was paid too much in this same year

    @property
    def got(self) -> int:
        return sum(line.pays for line in self.lines)

    @property
    def went_off(self) -> int:
        """To others, and to pay back; an advance was got already."""
        return sum(line.debts_off + line.deductions_off for line in self.lines)

    @property
    def net(self) -> int:
        """What was had, and did not go back."""
        return self.got + self.went_off - self.repaid

    @property
    def months(self) -> list[int]:
        """What belongs to a month of its own; the rest came beside it."""
        return [line.paid for line in self.lines if line.paid]


def year_of(awards: Sequence[Award], year: int, today: date) -> Year:
    """By the day of the payment; what came back or stays is not in it. Two queries."""
    found = lines_seen(awards, today).filter(run__pay_on__year=year, state__in=GIVEN)
    return Year(year, list(found.order_by("run__pay_on", "run__number")), _repaid(awards, year))


def _repaid(awards: Sequence[Award], year: int) -> int:
    """In the year, of debts over months of the same year: off the benefit, or by the bank."""
    debts = Debt.objects.filter(award__in=awards, over_from__year=year)
    paid = Entry.objects.filter(
        account__in=debts.values("account"),
        transfer__kind__in=PAID_BACK,
        transfer__at__year=year,
    )
    return int(paid.aggregate(cents=Coalesce(Sum("amount"), 0))["cents"])
