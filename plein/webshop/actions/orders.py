"""A resident orders, all lines or none, and cancels what was not handed over."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.identity.gate import seal_for
from plein.identity.models import Household, Resident
from plein.kernel.actor import Actor
from plein.kernel.clock import local_day
from plein.kernel.money import euros
from plein.kernel.refusal import Refusal
from plein.kernel.short_code import new_code
from plein.ledger.actions import hold, lock
from plein.ledger.models import Account
from plein.ledger.refusals import KeyUsedForOther, NotEnoughMoney
from plein.tenants.scope import current
from plein.webshop.actions.helped import role_of, tell_who_is_helped
from plein.webshop.actions.own_share import ask_payment
from plein.webshop.actions.paying import watch
from plein.webshop.actions.releasing import release
from plein.webshop.codes import code_index, sealed_code
from plein.webshop.limits import check_limits
from plein.webshop.mail import confirm
from plein.webshop.models import (
    LineStatus,
    Order,
    OrderLine,
    Pickup,
    Product,
    Provider,
    Variant,
)
from plein.webshop.models.orders import BasketLine
from plein.webshop.names import WHY_COMPARE, keep_name, names_on
from plein.webshop.wishes import NotYours, Wish, read_wishes

PICKUP_DAYS = 42  # six weeks to collect


class NothingToOrder(Refusal):
    message = _("Uw winkelmand is leeg. Kies eerst iets in de winkel.")


class BudgetTooSmall(Refusal):
    message = _("U komt {short} tekort voor {title}. Haal iets uit uw winkelmand.")


class SoldOut(Refusal):
    message = _("{title} is op. Haal het uit uw winkelmand.")


@dataclass(frozen=True, slots=True)
class Choice:
    """One line as the resident saw it: this version, for this member, from this grant."""

    version: UUID
    member: UUID
    grant: UUID
    variant: UUID | None = None
    name: str = ""  # of whom it is for, where the product needs it


@transaction.atomic
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
    order, is_new = _claim(key, household, resident, by, at)
    if not is_new:
        return _as_placed(order, choices, resident, by, at)
    wishes = read_wishes(choices, household, resident, local_day(at))
    check_limits(wishes, household, local_day(at))
    accounts = lock(account for wish in wishes for account in wish.accounts)
    _hold_all(order, wishes, accounts, at)
    _take_from_stock(wishes)
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


def _claim(
    key: str, household: Household, resident: Resident, by: Actor, at: datetime
) -> tuple[Order, bool]:
    """An order under this key, and whether it is new; a second request waits for the first."""
    order = Order(
        household=household,
        placed_by=resident,
        ordered_by=role_of(by, resident),
        key=key,
        number=_order_number(),
        placed_at=at,
    )
    try:
        with transaction.atomic():
            order.save(force_insert=True)
    except IntegrityError:
        return Order.objects.get(key=key), False
    return order, True


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


def _hold_all(
    order: Order, wishes: Sequence[Wish], accounts: Mapping[int, Account], at: datetime
) -> None:
    pickups: dict[UUID, Pickup] = {}
    waits = any(wish.own_share for wish in wishes)
    status = LineStatus.AWAITING if waits else LineStatus.RESERVED
    lines = []
    for wish in wishes:
        provider = wish.version.product.provider
        pickup = pickups.get(provider.pk) or _new_pickup(order, provider, local_day(at))
        pickups[provider.pk] = pickup
        if last := wish.version.ends_on:  # a code works as long as the course or subscription
            pickup.valid_until = max(pickup.valid_until, last + timedelta(days=1))
        lines.append(_held_line(order, pickup, wish, accounts, at))
        lines[-1].status = status
    Pickup.objects.bulk_create(pickups.values())
    OrderLine.objects.bulk_create(lines)


def _held_line(
    order: Order, pickup: Pickup, wish: Wish, accounts: Mapping[int, Account], at: datetime
) -> OrderLine:
    budget, reserve = (accounts[account] for account in wish.accounts)
    line = OrderLine(
        order=order,
        pickup=pickup,
        member=wish.member,
        version=wish.version,
        variant=wish.variant,
        waits_for_provider=wish.version.product.provider.checks_orders,
        grant=wish.grant,
        price=wish.version.price,
        own_share=wish.own_share,
    )
    keep_name(line, order.household, wish.name)
    try:
        line.hold = hold(
            line.from_budget, source=budget, reserve=reserve, key=f"line-{line.pk}", at=at
        )
    except NotEnoughMoney:
        budget.refresh_from_db()
        short = line.from_budget - budget.balance
        raise BudgetTooSmall(title=wish.version.title, short=euros(short)) from None
    return line


def _new_pickup(order: Order, provider: Provider, day: date) -> Pickup:
    code = new_code()
    pickup = Pickup(order=order, provider=provider, valid_until=day + timedelta(days=PICKUP_DAYS))
    pickup.code_index = code_index(current(), code)
    pickup.code_sealed = sealed_code(current(), pickup, code)
    return pickup


def _take_from_stock(wishes: Sequence[Wish]) -> None:
    """Take each piece off the shelf, by id; the last one goes to one resident."""
    titles = {wish.shelf.pk: wish.version.title for wish in wishes}
    for kind in (Product, Variant):
        shelves = (wish.shelf for wish in wishes if isinstance(wish.shelf, kind))
        wanted = Counter(shelf.pk for shelf in shelves if shelf.stock is not None)
        for shelf in sorted(wanted):
            on_shelf = kind._default_manager.filter(pk=shelf, stock__gte=wanted[shelf])
            if not on_shelf.update(stock=F("stock") - wanted[shelf]):
                raise SoldOut(title=titles[shelf])


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
