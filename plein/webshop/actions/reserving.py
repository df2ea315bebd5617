"""What an order sets apart, all of it or none: money, pieces from the shelf, and pick-up codes."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from plein.kernel.clock import local_day
from plein.kernel.money import euros
from plein.kernel.refusal import Refusal
from plein.kernel.short_code import new_code
from plein.ledger.actions import Move, lock
from plein.ledger.holding import hold_all
from plein.tenants.scope import current
from plein.webshop.codes import code_index, sealed_code
from plein.webshop.models import LineStatus, Order, OrderLine, Pickup, Product, Provider, Variant
from plein.webshop.names import keep_name
from plein.webshop.wishes import Wish

PICKUP_DAYS = 42  # six weeks to collect


class BudgetTooSmall(Refusal):
    message = _("U komt {short} tekort voor {title}. Haal iets uit uw winkelmand.")


class SoldOut(Refusal):
    message = _("{title} is op. Haal het uit uw winkelmand.")


def set_apart(order: Order, wishes: Sequence[Wish], at: datetime) -> None:
    """Raises `BudgetTooSmall` and `SoldOut`, with the line that it is about."""
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
        lines.append(_line(order, pickup, wish, status))
    _hold_money(lines, at)
    Pickup.objects.bulk_create(pickups.values())
    OrderLine.objects.bulk_create(lines)
    _take_from_stock(wishes)


def _line(order: Order, pickup: Pickup, wish: Wish, status: LineStatus) -> OrderLine:
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
        status=status,
    )
    keep_name(line, order.household, wish.name)
    return line


def _hold_money(lines: Sequence[OrderLine], at: datetime) -> None:
    """Name the first line that its budget no longer carries; else the ledger holds them all."""
    grants = [line.grant for line in lines]
    accounts = lock(pk for grant in grants for pk in (grant.budget_id, grant.reserve_id))
    left = {account.pk: account.balance for account in accounts.values()}
    moves = {}
    for line in lines:
        budget, reserve = accounts[line.grant.budget_id], accounts[line.grant.reserve_id]
        left[budget.pk] -= line.from_budget
        if left[budget.pk] < 0:
            raise BudgetTooSmall(title=line.version.title, short=euros(-left[budget.pk]))
        moves[f"line-{line.pk}"] = Move(budget, reserve, line.from_budget)
    for line, held in zip(lines, hold_all(moves, at=at).values(), strict=True):
        line.hold = held


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
