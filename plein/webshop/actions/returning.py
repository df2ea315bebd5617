"""Something comes back: the money to the budget, and the provider does not keep it."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.identity.models import Staff
from plein.kernel.actor import Actor
from plein.kernel.refusal import Refusal
from plein.ledger.actions import Move, lock, open_account, transfer
from plein.ledger.models import AccountKind, Transfer, TransferKind
from plein.webshop.actions.putting_back import put_back
from plein.webshop.models import LineStatus, OrderLine, Return, ReturnReason


class CannotReturn(Refusal):
    message = _("Dit is niet meegegeven, of het is al teruggebracht.")


class SayWhyReturned(Refusal):
    message = _("Schrijf op waarom u dit terugboekt.")


@dataclass(frozen=True, slots=True)
class CameBack:
    """What came back, and whether it can be sold again."""

    reason: ReturnReason
    on_shelf: bool
    note: str = ""


@transaction.atomic
def return_line(
    line: OrderLine, came: CameBack, *, staff: Staff | None = None, by: Actor, at: datetime
) -> Return:
    """The money goes back to the budget, or to the pot when that ended; an own share to who paid.

    In no payment yet: out of what we still pay the provider. Else the provider owes it, and a
    next payment sets it off. Raises `CannotReturn`, and `SayWhyReturned` for `staff`.
    """
    if staff and not came.note.strip():
        raise SayWhyReturned
    line = _locked(line)
    if LineStatus.RETURNED not in OrderLine.MOVES[LineStatus(line.status)]:
        raise CannotReturn
    is_paid = line.instruction_id is not None
    row = Return(
        line=line,
        reason=came.reason,
        note=came.note.strip(),
        by_staff=staff,
        came_back_at=at,
        on_shelf=came.on_shelf,
        booked=_book(line, is_paid=is_paid, at=at),
        owed=line.for_provider if is_paid else 0,
    )
    put_back(line, on_shelf=came.on_shelf, at=at)
    line.close(LineStatus.RETURNED, at)
    line.save(update_fields=["status", "closed_at"])
    row.save(force_insert=True)
    record("webshop.line.geretourneerd", on=line, by=by, at=at, owed=row.owed)
    return row


def _book(line: OrderLine, *, is_paid: bool, at: datetime) -> Transfer:
    provider, budget = line.pickup.provider, line.grant.budget
    source = open_account(AccountKind.VORDERING, provider.pk) if is_paid else provider.payable
    withheld = open_account(AccountKind.AANBIEDERSBIJDRAGE)
    paid_by_resident = open_account(AccountKind.EIGEN_BIJDRAGE)
    moves = (
        (source, budget, line.from_budget - line.contribution),
        (withheld, budget, line.contribution),
        (source, paid_by_resident, line.own_share),
    )
    used = [Move(*each) for each in moves if each[-1]]
    lock([line.grant.period.pot_id, *(a.pk for each in used for a in (each.source, each.target))])
    return transfer(
        TransferKind.RETOUR_NA if is_paid else TransferKind.RETOUR_VOOR,
        used,
        key=f"retour-{line.pk}",
        at=at,
    )


def _locked(line: OrderLine) -> OrderLine:
    return (
        OrderLine.objects.select_for_update(of=["self", "grant"])
        .select_related("hold", "order", "grant__period__pot", "grant__budget", "version")
        .select_related("pickup__provider__payable")
        .get(pk=line.pk)
    )
