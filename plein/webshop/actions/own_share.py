"""The own share of an order: asked when it is placed, and given back when a line ends."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.kernel.actor import Actor
from plein.kernel.refusal import Refusal
from plein.webshop.models import (
    LineStatus,
    Order,
    OrderLine,
    OwnSharePayment,
    OwnShareRefund,
    PaymentStatus,
)

PAY_WITHIN = timedelta(minutes=60)  # so long money and stock are held for who has to pay


class NothingToPay(Refusal):
    message = _("Voor deze bestelling hoeft u nu niets te betalen.")


def ask_payment(order: Order, cents: int, *, at: datetime) -> OwnSharePayment:
    """What the resident pays itself, within the hour."""
    return OwnSharePayment.objects.create(
        order=order, amount=cents, asked_at=at, pay_until=at + PAY_WITHIN
    )


@transaction.atomic
def ask_again(order: Order, *, by: Actor, at: datetime) -> OwnSharePayment:
    """Another attempt after one that failed, within the same hour. Raises `NothingToPay`."""
    order = Order.objects.select_for_update().get(pk=order.pk)
    payments = list(order.payments.order_by("asked_at", "pk"))
    running = [payment for payment in payments if payment.status == PaymentStatus.OPEN]
    if running:
        return running[0]
    waits = order.lines.filter(status=LineStatus.AWAITING).exists()
    if not payments or not waits or payments[0].is_late_at(at):
        raise NothingToPay
    first = payments[0]
    again = OwnSharePayment.objects.create(
        order=order, amount=first.amount, asked_at=at, pay_until=first.pay_until
    )
    record("webshop.own_share.asked_again", on=order, by=by, at=at)
    return again


def give_back_of_line(
    line: OrderLine, send: Callable[[OwnShareRefund], None], at: datetime
) -> None:
    """The own share of a line that ends, where it was paid; sent after this transaction."""
    if not line.own_share or line.status == LineStatus.AWAITING:
        return
    payment = line.order.payments.filter(status=PaymentStatus.PAID).order_by("paid_at").first()
    if payment is not None:
        _ask_back(send, payment, line.own_share, at, line=line)


def give_back_whole(
    payment: OwnSharePayment, send: Callable[[OwnShareRefund], None], at: datetime
) -> None:
    """A payment that nobody waits for any more: too late, or the second of one order."""
    if not payment.refunds.exists():
        _ask_back(send, payment, payment.amount, at)


def _ask_back(
    send: Callable[[OwnShareRefund], None],
    payment: OwnSharePayment,
    cents: int,
    at: datetime,
    line: OrderLine | None = None,
) -> None:
    refund = OwnShareRefund.objects.create(payment=payment, line=line, amount=cents, asked_at=at)
    transaction.on_commit(partial(send, refund))
