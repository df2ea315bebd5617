"""A payment came back, and somebody did something about it."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.identity.models import Staff
from plein.kernel.refusal import Refusal
from plein.ledger.actions import Move, open_account, transfer
from plein.ledger.models import AccountKind, TransferKind
from plein.payments.models import Deduction, DeductionKind, Returned


class SayWhatYouDid(Refusal):
    message = _("Schrijf op wat u hebt gedaan.")


class BailiffIsFirst(Refusal):
    message = _("Dit bedrag is voor de deurwaarder. Het kan niet naar de inwoner.")


class AlreadyDealtWith(Refusal):
    message = _("Een collega heeft dit al afgehandeld.")


@transaction.atomic
def settle_return(
    returned: Returned, note: str, *, to_resident: bool = False, by: Staff, at: datetime
) -> Returned:
    """From now on the account is paid again.

    What was for somebody else was paid by hand, or goes `to_resident` in the next run.
    Raises `SayWhatYouDid`, `AlreadyDealtWith` and `BailiffIsFirst`.
    """
    returned = _locked(returned)
    if returned.settled_at is not None:
        raise AlreadyDealtWith
    if not note.strip():
        raise SayWhatYouDid
    if returned.off and returned.off.deduction:
        _book(returned, returned.off.deduction, to_resident, at)
    returned.settled_by, returned.settled_at, returned.note = by, at, note.strip()
    returned.save(update_fields=["settled_by", "settled_at", "note"])
    record("payments.payment.settled", on=returned, by=by.actor, at=at, to_resident=to_resident)
    return returned


def _locked(returned: Returned) -> Returned:
    rows = Returned.objects.select_for_update(of=["self"])
    return rows.select_related("line__award__due", "off__deduction__account").get(pk=returned.pk)


def _book(returned: Returned, deduction: Deduction, to_resident: bool, at: datetime) -> None:
    if to_resident and deduction.kind == DeductionKind.SEIZURE:
        raise BailiffIsFirst
    kind = TransferKind.TERUGGEBOEKT if to_resident else TransferKind.BETAALD
    target = returned.line.award.due if to_resident else open_account(AccountKind.BANK)
    move = Move(deduction.account, target, returned.cents)
    transfer(kind, [move], key=f"terug-{returned.pk.hex}", at=at)
