"""The order desk of a provider: yes or no to an order, and delivered without a code."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.kernel.actor import Actor
from plein.kernel.refusal import Refusal
from plein.webshop.actions.orders import refuse_line
from plein.webshop.actions.till import hand_over
from plein.webshop.models import Fulfilment, LineStatus, OrderLine, Provider

# What reaches the customer without a code at the till.
WITHOUT_CODE = {
    Fulfilment.DELIVERY,
    Fulfilment.COURSE,
    Fulfilment.SUBSCRIPTION,
    Fulfilment.VOUCHER,
}


class NothingToAnswer(Refusal):
    message = _("Deze bestelling wacht niet meer op uw antwoord.")


class NoReasonForNo(Refusal):
    message = _("Schrijf op waarom u dit niet kunt leveren. De klant leest dit.")


class AnswerFirst(Refusal):
    message = _("Zeg eerst of u deze bestelling kunt leveren.")


class NeedsCode(Refusal):
    message = _("Dit geeft u mee aan de kassa, met de code van de klant.")


@transaction.atomic
def set_checks_orders(provider: Provider, on: bool, *, by: Actor, at: datetime) -> None:
    """From now on each order waits for a yes first, or no longer; earlier orders stay."""
    Provider.objects.filter(pk=provider.pk).update(checks_orders=on)
    record("webshop.provider.checks_orders", on=provider, by=by, at=at, checks=on)


@transaction.atomic
def accept_line(line: OrderLine, *, by: Actor, at: datetime) -> None:
    """Say that it can be delivered. Raises `NothingToAnswer`."""
    waiting = OrderLine.objects.filter(
        pk=line.pk, status=LineStatus.RESERVED, waits_for_provider=True
    )
    if not waiting.update(waits_for_provider=False):
        raise NothingToAnswer
    record("webshop.line.accepted", on=line, by=by, at=at)


@transaction.atomic
def decline_line(line: OrderLine, reason: str, *, by: Actor, at: datetime) -> None:
    """Say that it cannot; money, stock and limits go back.

    Raises `NoReasonForNo` and `CannotCancel`.
    """
    if not reason.strip():
        raise NoReasonForNo
    refuse_line(line, reason.strip(), by=by, at=at)


@transaction.atomic
def deliver_line(line: OrderLine, *, by: Actor, at: datetime) -> None:
    """It was brought, has begun, or its code was given: the provider is paid for it.

    Raises `NeedsCode`, `AnswerFirst`, and those of `hand_over`.
    """
    line = OrderLine.objects.select_related("version", "pickup").get(pk=line.pk)
    if Fulfilment(line.version.fulfilment) not in WITHOUT_CODE:
        raise NeedsCode
    if line.waits_for_provider:
        raise AnswerFirst
    hand_over(line.pickup, only={line.pk}, by=by, at=at)
