"""What somebody got in a year, by payment: what reached the account, and what went elsewhere."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from plein.delivery.letter import Letter, Part
from plein.kernel.money import euros
from plein.payments.models import Award, LineState, RunLine
from plein.payments.seen import lines_seen

GIVEN = (LineState.BOOKED, LineState.PAID)


@dataclass(frozen=True, slots=True)
class Year:
    year: int
    lines: Sequence[RunLine]  # in the order in which they were paid

    @property
    def got(self) -> int:
        return sum(line.pays for line in self.lines)

    @property
    def went_off(self) -> int:
        """To others, and to pay back."""
        return sum(_off(line) for line in self.lines)

    @property
    def together(self) -> int:
        return self.got + self.went_off


def year_of(awards: Sequence[Award], year: int, today: date) -> Year:
    """By the day of the payment; what came back or stays is not in it."""
    found = lines_seen(awards, today).filter(run__pay_on__year=year, state__in=GIVEN)
    return Year(year, list(found.order_by("run__pay_on", "run__number")))


def letter_of_year(found: Year, number: str) -> Letter:
    return Letter(
        to=(),
        greeting=_("Geachte heer of mevrouw"),
        subject=_("Overzicht van uw uitkering in {year}").format(year=found.year),
        reference=number,
        parts=(
            Part(tuple(map(_said, found.lines)), _("Wat u per keer kreeg")),
            Part(_together(found), _("Samen")),
        ),
    )


def _said(line: RunLine) -> str:
    said = _("{day}, over {month}: {amount}.").format(
        day=date_format(line.run.pay_on, "j F Y"),
        month=date_format(line.run.month, "F"),
        amount=euros(line.pays),
    )
    if off := _off(line):
        return said + " " + _("Eraf ging: {amount}.").format(amount=euros(off))
    return said


def _together(found: Year) -> tuple[str, ...]:
    return (
        _("Op uw rekening: {amount}.").format(amount=euros(found.got)),
        _("Ging eraf: {amount}.").format(amount=euros(found.went_off)),
        _("Dit zijn bedragen na belasting."),
    )


def _off(line: RunLine) -> int:
    return line.advance_off + line.debts_off + line.deductions_off
