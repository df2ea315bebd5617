"""What need not be paid back: one proposes it with its ground in the law, another decides.

Of a debt (kwijtschelding), or of what was paid too much and is not asked back at all (afzien).
The costs of the law in the year of the decision bear it, as they had the money back before.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid5

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.identity.gate import seal_for
from plein.identity.models import Staff
from plein.kernel.clock import local_day
from plein.kernel.money import euros
from plein.kernel.refusal import Refusal
from plein.ledger.actions import Move, lock, open_account, transfer
from plein.ledger.models import Account, AccountKind, TransferKind
from plein.payments.actions.debts import must_be_quiet, source_of
from plein.payments.actions.paying_back import NotOwed
from plein.payments.costs import costs_in
from plein.payments.models import (
    Award,
    Cause,
    Debt,
    DebtState,
    Ground,
    Remission,
    RemissionState,
)

WHY_NOT = "waarom u dit niet terugbetaalt"


class MoreThanOpen(Refusal):
    message = _("Dat is meer dan er nog open staat: {open}.")


class LawLeavesNoChoice(Refusal):
    message = _(
        "Wat iemand niet op tijd meldde, moet de gemeente terugvragen. Kies een grond uit artikel"
        " 58 lid 7, lid 8 of artikel 60c."
    )


class RemissionWaits(Refusal):
    message = _("Er wacht al een voorstel op een collega. Die kijkt daar eerst naar.")


class RemissionIsSettled(Refusal):
    message = _("Hierover is al beslist. Bekijk het opnieuw.")


class ProposedThisYourself(Refusal):
    message = _("U hebt dit zelf voorgesteld. Een collega beslist.")


@dataclass(frozen=True, slots=True)
class Asked:
    """`why` is for the resident, who reads it once it is decided."""

    cents: int
    ground: Ground
    why: str


@transaction.atomic
def propose_remission(debt: Debt, asked: Asked, *, key: UUID, by: Staff, at: datetime) -> Remission:
    """The same `key` proposes once. Raises `NotOwed` and as `propose_letting_go`."""
    debt = Debt.objects.select_for_update(of=["self"]).select_related("award").get(pk=debt.pk)
    if debt.state != DebtState.DECIDED:
        raise NotOwed
    row = Remission(id=uuid5(debt.pk, str(key)), award=debt.award, debt=debt, cause=debt.cause)
    return _proposed(row, asked, by, at)


@transaction.atomic
def propose_letting_go(
    award: Award, cause: Cause, asked: Asked, *, key: UUID, by: Staff, at: datetime
) -> Remission:
    """Of what was paid too much, while it is no debt yet.

    Raises `LawLeavesNoChoice`, `RemissionWaits` and `MoreThanOpen`.
    """
    award = Award.objects.select_for_update(of=["self"]).get(pk=award.pk)
    row = Remission(id=uuid5(award.pk, str(key)), award=award, cause=cause)
    return _proposed(row, asked, by, at)


@transaction.atomic
def agree_remission(row: Remission, *, by: Staff, at: datetime) -> Remission:
    """Raises `RemissionIsSettled`, `ProposedThisYourself`, `RunIsBusy` and `MoreThanOpen`."""
    must_be_quiet()
    row = _waiting(row)
    if row.proposed_by_id == by.pk:
        raise ProposedThisYourself
    account = _account(row)
    costs = open_account(AccountKind.LASTEN, costs_in(local_day(at)))
    _must_be_open(lock([account.pk, costs.pk])[account.pk], row.cents)
    kind = TransferKind.KWIJTSCHELDEN if row.debt_id else TransferKind.AFZIEN
    transfer(kind, [Move(costs, account, row.cents)], key=f"kwijt-{row.pk.hex}", at=at)
    return _settled(row, RemissionState.AGREED, by, at)


@transaction.atomic
def refuse_remission(row: Remission, *, by: Staff, at: datetime) -> Remission:
    """By a colleague; and who proposed it takes it back alone. Raises `RemissionIsSettled`."""
    row = _waiting(row)
    return _settled(row, RemissionState.REFUSED, None if row.proposed_by_id == by.pk else by, at)


def _proposed(row: Remission, asked: Asked, by: Staff, at: datetime) -> Remission:
    if before := Remission.objects.filter(pk=row.pk).first():
        return before
    if asked.ground == Ground.POLICY and row.cause == Cause.NOT_TOLD:
        raise LawLeavesNoChoice
    waiting = Remission.objects.filter(award=row.award, debt=row.debt)
    if waiting.filter(state=RemissionState.PROPOSED).exists():
        raise RemissionWaits
    _must_be_open(Account.objects.get(pk=_account(row).pk), asked.cents)
    row.cents, row.ground, row.proposed_by, row.made_at = asked.cents, asked.ground, by, at
    row.why_sealed = seal_for(row.award.resident, row.pk, WHY_NOT, asked.why)
    row.save(force_insert=True)
    record("payments.remission.proposed", on=row, by=by.actor, at=at)
    return row


def _account(row: Remission) -> Account:
    return row.debt.account if row.debt else source_of(row.award, Cause(row.cause))


def _must_be_open(account: Account, cents: int) -> None:
    if cents > -account.balance:
        raise MoreThanOpen(open=euros(-account.balance))


def _waiting(row: Remission) -> Remission:
    rows = Remission.objects.select_for_update(of=["self"])
    row = rows.select_related("award", "debt__account").get(pk=row.pk)
    if row.state != RemissionState.PROPOSED:
        raise RemissionIsSettled
    return row


def _settled(row: Remission, state: RemissionState, by: Staff | None, at: datetime) -> Remission:
    row.state, row.settled_by, row.settled_at = state, by, at
    row.save(update_fields=["state", "settled_by", "settled_at"])
    who = by or row.proposed_by
    record(f"payments.remission.{state.name.lower()}", on=row, by=who.actor, at=at, cents=row.cents)
    return row
