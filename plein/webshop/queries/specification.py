"""The deliveries that one payment pays: on screen and as a file, for staff and provider."""

from django.db.models import QuerySet

from plein.kernel.clock import local_day
from plein.kernel.money import bare_euros
from plein.webshop.models import OrderLine, PaymentInstruction

HEAD = ["bestelling", "product", "meegegeven op", "bedrag"]


def specification(instruction: PaymentInstruction) -> QuerySet[OrderLine]:
    """Order number, product, day and amount; no person."""
    return instruction.lines.select_related("order", "version").order_by("handed_over_at", "pk")


def as_rows(instruction: PaymentInstruction) -> list[list[str]]:
    return [
        [
            line.order.number,
            line.version.title,
            local_day(line.handed_over_at).isoformat() if line.handed_over_at else "",
            bare_euros(line.price),
        ]
        for line in specification(instruction)
    ]
