"""A whole order that somebody does not want after all."""

from contextlib import suppress
from datetime import datetime

from django.db import transaction

from plein.kernel.actor import Actor
from plein.webshop.actions.orders import cancel_line
from plein.webshop.actions.paying import give_up
from plein.webshop.actions.releasing import CannotCancel
from plein.webshop.models import LineStatus, Order


@transaction.atomic
def call_off(order: Order, *, by: Actor, at: datetime) -> None:
    """Cancel what was not handed over; what the resident has by now stays with the resident."""
    give_up(order, LineStatus.CANCELLED, by=by, at=at)
    for line in order.lines.filter(status=LineStatus.RESERVED).order_by("pk"):
        with suppress(CannotCancel):  # handed over since we looked
            cancel_line(line, by=by, at=at)
