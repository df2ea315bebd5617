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
from plein.ledger.actions import lock, post, reopen
from plein.tenants.scope import current
from plein.webshop.codes import code_index
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
    lock([*(line.hold.reserve_id for line in lines), payable.pk])
    for line in lines:
        post(line.hold, target=payable, key=f"deliver-{line.pk}-{line.times_undone}", at=at)
        line.status, line.handed_over_at = LineStatus.HANDED_OVER, at
        line.save(update_fields=["status", "handed_over_at"])
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
    lock([*(line.hold.reserve_id for line in lines), pickup.provider.payable_id])
    for line in lines:
        reopen(line.hold, key=f"undo-{line.pk}-{line.times_undone}", at=at)
        line.status, line.handed_over_at = LineStatus.RESERVED, None
        line.times_undone += 1
        line.save(update_fields=["status", "handed_over_at", "times_undone"])
    record("webshop.pickup.undone", on=pickup, by=by, at=at, lines=len(lines))


def _locked(pickup: Pickup) -> Pickup:
    return (
        Pickup.objects.select_for_update(of=["self"])
        .select_related("provider__payable")
        .get(pk=pickup.pk)
    )


def _lines(pickup: Pickup, status: LineStatus) -> list[OrderLine]:
    lines = pickup.lines.select_for_update(of=["self"]).filter(status=status)
    return list(lines.select_related("hold").order_by("pk"))
