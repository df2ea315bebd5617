"""At the till: a code is looked up, handed over, and undone the same day."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.kernel.actor import Actor
from plein.kernel.clock import local_day
from plein.kernel.refusal import Refusal
from plein.kernel.short_code import LENGTH, read_code
from plein.ledger.actions import Part, lock, open_account, post, reopen
from plein.ledger.models import Account, AccountKind
from plein.tenants.scope import current
from plein.webshop.booking_own_share import book_own_share, undo_own_share
from plein.webshop.codes import code_index
from plein.webshop.contribution import agreed_with, part_of
from plein.webshop.models import LineStatus, OrderLine, Pickup, Provider


class UnknownCode(Refusal):
    message = _("Deze code kennen wij niet. Controleer de letters en cijfers.")


class CodeIsTooShort(Refusal):
    message = _("Een code heeft 8 letters en cijfers. Bijvoorbeeld: 7KQ4-M2PX.")


class CodeHasExpired(Refusal):
    message = _("Deze code was geldig tot {until}. De klant kan opnieuw bestellen.")


class NothingToHandOver(Refusal):
    message = _("Deze code is al gebruikt of geannuleerd.")


class TooLateToUndo(Refusal):
    message = _("Dit kunt u alleen op dezelfde dag terugdraaien. Bel de gemeente.")


def find_pickup(provider: Provider, text: str) -> Pickup:
    """The pick-up with this code at this provider. Raises `CodeIsTooShort` and `UnknownCode`."""
    code = read_code(text)
    if len(code) != LENGTH:
        raise CodeIsTooShort
    index = code_index(current(), code)
    pickup = Pickup.objects.filter(provider=provider, code_index=index).first()
    if pickup is None:
        raise UnknownCode
    return pickup


def find_given(provider: Provider, text: str) -> Pickup:
    """By the number of the order, or else by the code. Raises as `find_pickup`."""
    by_number = provider.pickups.filter(order__number__iexact=text.strip()).first()
    return by_number or find_pickup(provider, text)


@transaction.atomic
def hand_over(
    pickup: Pickup, *, only: Collection[UUID] | None = None, by: Actor, at: datetime
) -> None:
    """Give what waits under this code; the money goes to the provider's account.

    With `only`, just these lines: the rest goes on waiting under the same code.

    Raises `CodeHasExpired` and `NothingToHandOver`. A second click finds nothing left to do.
    """
    pickup = _locked(pickup)
    if local_day(at) >= pickup.valid_until:
        raise CodeHasExpired(until=pickup.valid_until.strftime("%d-%m-%Y"))
    lines = [
        line
        for line in _lines(pickup, LineStatus.RESERVED)
        if not line.waits_for_provider and (only is None or line.pk in only)
    ]
    if not lines:
        raise NothingToHandOver
    payable = pickup.provider.payable
    withheld = open_account(AccountKind.AANBIEDERSBIJDRAGE)
    agreed = agreed_with(pickup.provider_id, {line.grant.period.scheme_id for line in lines})
    for line in lines:
        line.contribution = part_of(line.from_budget, agreed[line.grant.period.scheme_id])
    lock(_accounts(lines, payable, withheld))
    for line in lines:
        less = [Part(withheld, line.contribution)]
        key = f"deliver-{line.pk}-{line.times_undone}"
        post(line.hold, target=payable, less=less, key=key, at=at)
        book_own_share(line, payable, at)
        line.close(LineStatus.HANDED_OVER, at)
        line.handed_over_at = at
        line.save(update_fields=["status", "closed_at", "handed_over_at", "contribution"])
    record("webshop.pickup.handed_over", on=pickup, by=by, at=at, lines=len(lines))


@transaction.atomic
def undo_hand_over(pickup: Pickup, *, by: Actor, at: datetime) -> None:
    """Take back what was handed over today: it waits again under the same code.

    Raises `TooLateToUndo` from the next day on, when it may be in a payment file.
    """
    pickup = _locked(pickup)
    lines = [
        line
        for line in _lines(pickup, LineStatus.HANDED_OVER)
        if line.instruction_id is None
        and line.handed_over_at
        and local_day(line.handed_over_at) == local_day(at)
    ]
    if not lines:
        raise TooLateToUndo
    withheld = open_account(AccountKind.AANBIEDERSBIJDRAGE)
    lock(_accounts(lines, pickup.provider.payable, withheld))
    for line in lines:
        reopen(line.hold, key=f"undo-{line.pk}-{line.times_undone}", at=at)
        undo_own_share(line, at)
        line.status, line.closed_at = LineStatus.RESERVED, None
        line.handed_over_at, line.contribution = None, 0
        line.times_undone += 1
        line.save(
            update_fields=["status", "closed_at", "handed_over_at", "times_undone", "contribution"]
        )
    record("webshop.pickup.undone", on=pickup, by=by, at=at, lines=len(lines))


def _accounts(lines: list[OrderLine], payable: Account, withheld: Account) -> list[int]:
    """The account of the contributions is of everybody: locked only where it is used."""
    used = [withheld.pk] if any(line.contribution for line in lines) else []
    return [*(line.hold.reserve_id for line in lines), payable.pk, *used]


def _locked(pickup: Pickup) -> Pickup:
    return (
        Pickup.objects.select_for_update(of=["self"])
        .select_related("provider__payable")
        .get(pk=pickup.pk)
    )


def _lines(pickup: Pickup, status: LineStatus) -> list[OrderLine]:
    lines = pickup.lines.select_for_update(of=["self"]).filter(status=status)
    return list(lines.select_related("hold", "grant__period").order_by("pk"))
