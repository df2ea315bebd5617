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
from plein.payments.actions.debts import receive
from plein.payments.actions.paying_back import NotOwed, open_on
from plein.payments.models import Debt, DebtPayment, DebtState, From


class NotReceivedYet(Refusal):
    message = _("Deze dag moet nog komen. Kies de dag waarop het geld binnenkwam.")


class MoreThanOwed(Refusal):
    message = _(
        "Er staat nog {open} open. Kwam er echt meer binnen? Zet dan een vinkje, en maak {over}"
        " terug over."
    )


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
    taken = receive(debt, came.cents, key=f"ontvangen-{own_key.hex}", at=at)
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


def _must_fit(debt: Debt, came: CameIn, today: date) -> None:
    if came.on > today:
        raise NotReceivedYet
    left = open_on(debt)
    if debt.state != DebtState.DECIDED or not left:
        raise NotOwed
    if came.cents > left and not came.may_be_more:
        raise MoreThanOwed(open=euros(left), over=euros(came.cents - left))
