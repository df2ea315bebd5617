"""What one payment pays: on screen and as a file, for staff and provider; no person."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from plein.kernel.clock import local_day
from plein.kernel.money import bare_euros
from plein.webshop.models import PaymentInstruction

HEAD = ["bestelling", "product", "meegegeven of terug op", "prijs", "bijdrage", "bedrag"]


@dataclass(frozen=True, slots=True)
class Row:
    """Of a line, of a return (below zero), or of a sum of another payment (without a number)."""

    what: str
    cents: int
    number: str = ""
    at: datetime | None = None
    price: int | None = None
    contribution: int = 0


def specification(instruction: PaymentInstruction) -> list[Row]:
    """The rows add up to the amount of the payment. Three queries."""
    rows = [*_lines(instruction), *_again(instruction), *_returns(instruction)]
    if instruction.owed_before:
        rows.append(Row(_("Nog open van eerdere retouren"), -instruction.owed_before))
    if rest := instruction.amount - sum(row.cents for row in rows):
        rows.append(Row(_("Verrekenen wij met een volgende betaling"), rest))
    return rows


def _lines(instruction: PaymentInstruction) -> Iterator[Row]:
    lines = instruction.lines.select_related("order", "version").order_by("handed_over_at", "pk")
    for line in lines:
        yield Row(
            line.version.title,
            line.for_provider,
            line.order.number,
            line.handed_over_at,
            line.price,
            line.contribution,
        )


def _again(instruction: PaymentInstruction) -> Iterator[Row]:
    """What the bank sent back of a payment before, with its own specification."""
    for before in instruction.before.select_related("batch").order_by("batch__number"):
        words = _("Opnieuw: betaling %(number)s, die terugkwam")
        yield Row(words % {"number": before.batch.number}, before.amount)


def _returns(instruction: PaymentInstruction) -> Iterator[Row]:
    returns = instruction.returns.select_related("line__order", "line__version")
    for row in returns.order_by("came_back_at", "pk"):
        title = _("Teruggebracht: %(title)s") % {"title": row.line.version.title}
        yield Row(
            title,
            -row.owed,
            row.line.order.number,
            row.came_back_at,
            -row.line.price,
            -row.line.contribution,
        )


def as_rows(instruction: PaymentInstruction) -> list[list[str]]:
    return [
        [
            row.number,
            row.what,
            local_day(row.at).isoformat() if row.at else "",
            "" if row.price is None else bare_euros(row.price),
            bare_euros(row.contribution),
            bare_euros(row.cents),
        ]
        for row in specification(instruction)
    ]
