"""Too much was paid: whether it is asked back, and how much, two people decide."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import uuid4

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.identity.gate import seal_for
from plein.identity.models import Staff
from plein.kernel.clock import local_day
from plein.kernel.money import euros
from plein.kernel.refusal import Refusal
from plein.ledger.actions import lock, open_account
from plein.ledger.bulk import Booking, book_all
from plein.ledger.models import Account, AccountKind, Transfer, TransferKind
from plein.payments.costs import costs_in
from plein.payments.models import Award, Cause, Debt, DebtState, PaymentRun, RunState

EXPLANATION = "waarom u geld terugbetaalt"


class MoreThanOverpaid(Refusal):
    message = _("Dit is meer dan er te veel is betaald. Dat is {amount}.")


class ProposerDecides(Refusal):
    message = _("U hebt dit zelf voorgesteld. Een collega beslist.")


class AlreadySettled(Refusal):
    message = _("Hierover is al beslist.")


class RunIsBusy(Refusal):
    message = _("Er wordt nu een betaling gemaakt. Wacht tot die klaar is.")


@dataclass(frozen=True, slots=True)
class Claim:
    """What is asked back, in cents, over the months from … until. `gross` is tax on top of it."""

    cause: Cause
    over_from: date
    over_until: date
    cents: int
    explanation: str
    gross: int = 0


@transaction.atomic
def propose_debt(award: Award, claim: Claim, *, by: Staff, at: datetime) -> Debt:
    """Raises `MoreThanOverpaid`."""
    _must_fit(award, claim.cause, claim.cents)
    number = (Debt.objects.aggregate(last=Max("number"))["last"] or 0) + 1
    key = uuid4()
    debt = Debt.objects.create(
        id=key,
        resident_id=award.resident_id,
        award=award,
        number=number,
        cause=claim.cause,
        over_from=claim.over_from,
        over_until=claim.over_until,
        cents=claim.cents,
        gross=claim.gross,
        explanation_sealed=seal_for(award.resident, key, EXPLANATION, claim.explanation),
        account=open_account(AccountKind.SCHULD, key),
        proposed_by=by,
        made_at=at,
    )
    record("payments.debt.proposed", on=debt, by=by.actor, at=at)
    return debt


@transaction.atomic
def decide_debt(debt: Debt, *, by: Staff, at: datetime) -> Debt:
    """From here it is owed. Raises `AlreadySettled`, `ProposerDecides`, `MoreThanOverpaid`."""
    debt = _undecided(debt)
    if debt.proposed_by_id == by.pk:
        raise ProposerDecides
    award = Award.objects.select_for_update(of=["self"]).get(pk=debt.award_id)
    _must_fit(award, Cause(debt.cause), debt.cents)
    costs = open_account(AccountKind.LASTEN, costs_in(local_day(at)))
    changes: dict[int, int] = {
        debt.account_id: -(debt.cents + debt.gross),
        source_of(award, Cause(debt.cause)).pk: debt.cents,
        costs.pk: debt.gross,
    }
    _book(TransferKind.TERUGVORDEREN, f"schuld-{debt.pk.hex}", changes, at)
    debt.state, debt.decided_by, debt.decided_on = DebtState.DECIDED, by, local_day(at)
    debt.save(update_fields=["state", "decided_by", "decided_on"])
    record("payments.debt.decided", on=debt, by=by.actor, at=at)
    return debt


@transaction.atomic
def drop_debt(debt: Debt, *, by: Staff, at: datetime) -> Debt:
    """Raises `AlreadySettled`."""
    debt = _undecided(debt)
    debt.state = DebtState.DROPPED
    debt.save(update_fields=["state"])
    record("payments.debt.dropped", on=debt, by=by.actor, at=at)
    return debt


@transaction.atomic
def receive(debt: Debt, cents: int, *, key: str, at: datetime) -> int:
    """What came in from the resident by the bank; the part that was still open, in cents.

    The same key counts once. Raises `RunIsBusy`.
    """
    must_be_quiet()
    account = lock([debt.account_id])[debt.account_id]
    if Transfer.objects.filter(key=key).exists():
        return 0
    taken = min(cents, -account.balance)
    if taken:
        bank = open_account(AccountKind.BANK)
        _book(TransferKind.AFLOSSEN, key, {account.pk: taken, bank.pk: -taken}, at)
    return taken


def must_be_quiet() -> None:
    """While a run books, what it takes off stays as it was calculated. Raises `RunIsBusy`."""
    if PaymentRun.objects.filter(state=RunState.BOOKING).exists():
        raise RunIsBusy


def _must_fit(award: Award, cause: Cause, cents: int) -> None:
    source = source_of(award, cause)
    source.refresh_from_db(fields=["balance"])
    if cents > -source.balance:
        raise MoreThanOverpaid(amount=euros(-source.balance))


def source_of(award: Award, cause: Cause) -> Account:
    """Where it stands until it is asked back."""
    return award.advance if cause == Cause.ADVANCE else award.overpaid


def _undecided(debt: Debt) -> Debt:
    debt = Debt.objects.select_for_update(of=["self"]).get(pk=debt.pk)
    if debt.state != DebtState.PROPOSED:
        raise AlreadySettled
    return debt


def _book(kind: TransferKind, key: str, changes: Mapping[int, int], at: datetime) -> None:
    book_all([Booking(kind, key, {k: v for k, v in changes.items() if v})], at=at)
