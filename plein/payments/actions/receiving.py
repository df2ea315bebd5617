"""Money came in on a debt: one of the staff saw it at the bank and writes it with the debt."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID, uuid5

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.identity.models import Staff
from plein.kernel.clock import local_day
from plein.kernel.money import euros
from plein.kernel.refusal import Refusal
from plein.ledger.actions import storno
from plein.ledger.models import Transfer
from plein.payments.actions.debts import must_be_quiet, receive
from plein.payments.actions.paying_back import NotOwed, open_on
from plein.payments.models import Debt, DebtPayment, DebtState, From


class NotReceivedYet(Refusal):
    message = _("Deze dag moet nog komen. Kies de dag waarop het geld binnenkwam.")


class MoreThanOwed(Refusal):
    message = _(
        "Er staat nog {open} open. Kwam er echt meer binnen? Zet dan een vinkje, en maak {over}"
        " terug over."
    )


class AlreadyUndone(Refusal):
    message = _("Dit is al rechtgezet.")


@dataclass(frozen=True, slots=True)
class CameIn:
    """In cents, on that day. `may_be_more`: staff looked, and more came than was open."""

    cents: int
    on: date
    came_from: From
    may_be_more: bool = False


@transaction.atomic
def write_down(debt: Debt, came: CameIn, *, key: UUID, by: Staff, at: datetime) -> DebtPayment:
    """The same `key`, of a form, counts once.

    Raises `NotReceivedYet`, `NotOwed`, `MoreThanOwed` and `RunIsBusy`.
    """
    debt = Debt.objects.select_for_update(of=["self"]).get(pk=debt.pk)
    own_key = uuid5(debt.pk, str(key))
    if before := DebtPayment.objects.filter(pk=own_key).first():
        return before
    _must_fit(debt, came, local_day(at))
    taken = receive(debt, came.cents, key=_key(own_key), at=at)
    row = DebtPayment.objects.create(
        id=own_key,
        debt=debt,
        cents=came.cents,
        taken=taken,
        received_on=came.on,
        came_from=came.came_from,
        written_by=by,
        written_at=at,
    )
    record("payments.debt.received", on=debt, by=by.actor, at=at, cents=taken)
    return row


@transaction.atomic
def undo_payment(row: DebtPayment, *, by: Staff, at: datetime) -> DebtPayment:
    """It was written by mistake: the debt is open again. Raises `AlreadyUndone`, `RunIsBusy`."""
    must_be_quiet()
    row = DebtPayment.objects.select_for_update(of=["self"]).select_related("debt").get(pk=row.pk)
    if row.undone_at is not None:
        raise AlreadyUndone
    booked = Transfer.objects.get(key=_key(row.pk))
    storno(booked, key=f"{booked.key}-terug", at=at)
    row.undone_by, row.undone_at = by, at
    row.save(update_fields=["undone_by", "undone_at"])
    record("payments.debt.receipt_undone", on=row.debt, by=by.actor, at=at, cents=row.taken)
    return row


def _key(payment: UUID) -> str:
    return f"ontvangen-{payment.hex}"


def _must_fit(debt: Debt, came: CameIn, today: date) -> None:
    if came.on > today:
        raise NotReceivedYet
    left = open_on(debt)
    if debt.state != DebtState.DECIDED or not left:
        raise NotOwed
    if came.cents > left and not came.may_be_more:
        raise MoreThanOwed(open=euros(left), over=euros(came.cents - left))
