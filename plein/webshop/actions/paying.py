"""Paying the own share: begin at the provider, hear what became of it, and stop waiting.

What the provider says counts, never who brings the news: a message only makes us ask. So every
message may come twice, early, late or not at all.
"""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.timezone import now
from django_tasks import task

from plein.audit.actions import record
from plein.gateways.answers import AnswerRefused, SourceUnreachable
from plein.gateways.checkout.types import State
from plein.kernel.actor import Actor, system
from plein.tenants.models import Municipality
from plein.tenants.scope import current_id, within
from plein.webshop.actions.own_share import give_back_whole
from plein.webshop.actions.releasing import release
from plein.webshop.checkout import checkout, queue_refund
from plein.webshop.mail import confirm
from plein.webshop.models import LineStatus, Order, OwnSharePayment, PaymentStatus

BY = system("eigen bijdrage")
ENDS = {
    State.FAILED: PaymentStatus.FAILED,
    State.CANCELLED: PaymentStatus.FAILED,
    State.EXPIRED: PaymentStatus.FAILED,
}


def begin_payment(payment: OwnSharePayment, *, back: str, news: str) -> OwnSharePayment:
    """Make it known to the provider, once; `page_url` is where the resident pays.

    Raises `SourceUnreachable` and `AnswerRefused`. Nothing about the person goes along.
    """
    if not payment.reference:
        made = checkout().create(
            payment.amount,
            description=payment.order.number,
            back=back,
            news=news,
            key=f"payment-{payment.pk}",
        )
        payment.reference, payment.page_url = made.id, made.page_url
        payment.save(update_fields=["reference", "page_url"])
    return payment


def hear_of(payment: OwnSharePayment, *, at: datetime) -> None:
    """Ask the provider, and book what it says. Raises `SourceUnreachable`, `AnswerRefused`."""
    if not payment.reference or payment.status == PaymentStatus.PAID:
        return
    said = checkout().find(payment.reference)
    if said.state == State.PAID:
        note_paid(payment, cents=said.cents, at=at)
    elif end := ENDS.get(said.state):
        _note_failed(payment, end, at=at)


@transaction.atomic
def note_paid(payment: OwnSharePayment, *, cents: int, at: datetime) -> None:
    """The order goes on. Where it no longer waits, or another amount came, all goes back."""
    payment, order = _locked(payment)
    if payment.status == PaymentStatus.PAID:
        return
    in_time = payment.status == PaymentStatus.OPEN and cents == payment.amount
    payment.status, payment.paid_at, payment.amount = PaymentStatus.PAID, at, cents
    payment.save(update_fields=["status", "paid_at", "amount"])
    waiting = order.lines.filter(status=LineStatus.AWAITING)
    if in_time and waiting.update(status=LineStatus.RESERVED):
        record("webshop.own_share.paid", on=order, by=BY, at=at)
        confirm(order)
    else:
        give_back_whole(payment, queue_refund, at)
        record("webshop.own_share.paid_in_vain", on=order, by=BY, at=at)


@transaction.atomic
def _note_failed(payment: OwnSharePayment, end: PaymentStatus, *, at: datetime) -> None:
    payment, order = _locked(payment)
    if payment.status == PaymentStatus.OPEN:
        payment.status = end
        payment.save(update_fields=["status"])
        record("webshop.own_share.failed", on=order, by=BY, at=at)


@transaction.atomic
def give_up(order: Order, status: LineStatus, *, by: Actor, at: datetime) -> int:
    """Stop waiting: every line that waits for the payment ends; how many there were."""
    order = Order.objects.select_for_update().get(pk=order.pk)
    lines = list(order.lines.filter(status=LineStatus.AWAITING).order_by("pk"))
    order.payments.filter(status=PaymentStatus.OPEN).update(status=PaymentStatus.LAPSED)
    for line in lines:
        release(line, status, by=by, at=at, with_order=True)
    return len(lines)


def _locked(payment: OwnSharePayment) -> tuple[OwnSharePayment, Order]:
    """The order first: whoever locks in one order never waits in a circle."""
    order = Order.objects.select_for_update().get(pk=payment.order_id)
    return OwnSharePayment.objects.select_for_update().get(pk=payment.pk), order


def watch(payment: OwnSharePayment) -> None:
    """Look again when the hour is over, whatever happens to the browser and the messages."""
    later = stop_waiting.using(run_after=payment.pay_until)
    later.enqueue(municipality=current_id(), order=str(payment.order_id))


@task()
def stop_waiting(municipality: int, order: str) -> None:
    with within(Municipality.objects.get(pk=municipality)):
        lapse_unpaid(Order.objects.get(pk=UUID(order)), at=now())


def lapse_unpaid(order: Order, *, at: datetime) -> bool:
    """After its hour an order that was not paid ends; whether it did. The provider is asked first,
    and what it says later still counts: then the money goes back."""
    if not order.payments.filter(pay_until__lte=at).exists():
        return False
    for payment in order.payments.filter(status=PaymentStatus.OPEN):
        try:
            hear_of(payment, at=at)
        except (SourceUnreachable, AnswerRefused):
            continue
    return bool(give_up(order, LineStatus.EXPIRED, by=BY, at=at))


def lapse_all_unpaid(*, at: datetime) -> int:
    """What a stop left waiting; how many orders."""
    late = Order.objects.filter(lines__status=LineStatus.AWAITING, payments__pay_until__lte=at)
    return sum(lapse_unpaid(order, at=at) for order in late.distinct())
