"""A resident orders, all lines or none, and cancels what was not handed over."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.identity.gate import seal_for
from plein.identity.models import Household, Resident
from plein.kernel.actor import Actor
from plein.kernel.clock import local_day
from plein.kernel.refusal import Refusal
from plein.kernel.short_code import new_code
from plein.ledger.refusals import KeyUsedForOther
from plein.webshop.actions.helped import role_of, tell_who_is_helped
from plein.webshop.actions.own_share import ask_payment
from plein.webshop.actions.paying import watch
from plein.webshop.actions.releasing import release
from plein.webshop.actions.reserving import set_apart
from plein.webshop.limits import check_limits
from plein.webshop.mail import confirm
from plein.webshop.models import (
    LineStatus,
    Order,
    OrderLine,
)
from plein.webshop.models.orders import BasketLine
from plein.webshop.names import WHY_COMPARE, names_on
from plein.webshop.wishes import NotYours, read_wishes


class NothingToOrder(Refusal):
    message = _("Uw winkelmand is leeg. Kies eerst iets in de winkel.")


@dataclass(frozen=True, slots=True)
class Choice:
    """One line as the resident saw it: this version, for this member, from this grant."""

    version: UUID
    member: UUID
    grant: UUID
    variant: UUID | None = None
    name: str = ""  # of whom it is for, where the product needs it


def place_order(
    choices: Sequence[Choice],
    *,
    household: Household,
    resident: Resident,
    key: str,
    by: Actor,
    at: datetime,
    email: str = "",
) -> Order:
    """Order everything in the basket at frozen prices, and hold the money for it.

    The same key gives the same order: a double click orders once, and `KeyUsedForOther` when it
    asks for something else. Any refusal names its line and undoes all: `BudgetTooSmall`,
    `SoldOut`, `LimitReached`, and those of `read_wishes`.
    """
    if not choices:
        raise NothingToOrder
    order = Order(
        household=household,
        placed_by=resident,
        ordered_by=role_of(by, resident),
        key=key,
        number=_order_number(),
        placed_at=at,
    )
    try:
        return _placed(order, resident, choices, by, at, email)
    except _KeyIsTaken:
        return _as_placed(Order.objects.get(key=key), choices, resident, by, at)


class _KeyIsTaken(Exception):
    """Another request ordered under this key."""


@transaction.atomic
def _placed(
    order: Order,
    resident: Resident,
    choices: Sequence[Choice],
    by: Actor,
    at: datetime,
    email: str,
) -> Order:
    _claim(order)
    household = order.household
    wishes = read_wishes(choices, household, resident, local_day(at))
    check_limits(wishes, household, local_day(at))
    set_apart(order, wishes, at)
    own_share = sum(wish.own_share for wish in wishes)
    if own_share:
        watch(ask_payment(order, own_share, at=at))
    BasketLine.objects.filter(resident=resident).delete()
    record("webshop.order.placed", on=order, by=by, at=at, lines=len(wishes))
    tell_who_is_helped(resident, key=f"{order.pk}", by=by, at=at)
    if email:
        _keep_address(order, household, email)
        if not own_share:  # else when it is paid
            confirm(order)
    return order


def _claim(order: Order) -> None:
    """Its key is for this order alone; a second request waits here for the first."""
    try:
        order.save(force_insert=True)
    except IntegrityError:
        raise _KeyIsTaken from None


@transaction.atomic
def _as_placed(
    order: Order, choices: Sequence[Choice], resident: Resident, by: Actor, at: datetime
) -> Order:
    """The order of the first click, if this click asks for the same."""
    if order.placed_by_id != resident.pk:
        raise NotYours
    lines = list(order.lines.all())
    names = names_on(lines, purpose=WHY_COMPARE, by=by, at=at)
    ordered = (
        Choice(
            each.version_id, each.member_id, each.grant_id, each.variant_id, names.get(each.pk, "")
        )
        for each in lines
    )
    if Counter(ordered) != Counter(choices):
        raise KeyUsedForOther
    return order


def _order_number() -> str:
    return f"B-{new_code()[:7]}"


def _keep_address(order: Order, household: Household, email: str) -> None:
    order.email_sealed = seal_for(household, order.pk, "email", email)
    order.save(update_fields=["email_sealed"])


@transaction.atomic
def cancel_line(line: OrderLine, *, by: Actor, at: datetime) -> None:
    """Give the money back to the budget and the piece to the shelf, and what was paid as own share.

    Raises `CannotCancel`, and `AwaitsPayment` where the order waits for its payment.
    """
    release(line, LineStatus.CANCELLED, by=by, at=at)


@transaction.atomic
def expire_line(line: OrderLine, *, by: Actor, at: datetime) -> None:
    """Nobody came for it in time. Raises `CannotCancel`."""
    release(line, LineStatus.EXPIRED, by=by, at=at)


@transaction.atomic
def refuse_line(line: OrderLine, reason: str, *, by: Actor, at: datetime) -> None:
    """The provider cannot deliver it. Raises `CannotCancel`, `AwaitsPayment`."""
    release(line, LineStatus.REFUSED, reason=reason, by=by, at=at)
