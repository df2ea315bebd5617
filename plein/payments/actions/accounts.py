"""Another account for a benefit: by the resident with their own login, or by two of the staff.

Who can change where money goes can take it: so nobody does that alone for somebody else.
"""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.delivery.actions.planning import send_word
from plein.delivery.notices import Notice
from plein.identity.gate import seal_for
from plein.identity.models import Staff
from plein.kernel.actor import Actor
from plein.kernel.refusal import Refusal
from plein.payments.known import ACCOUNT
from plein.payments.models import AccountState, Award, PayAccount
from plein.payments.payee import Payee


class AccountWaits(Refusal):
    message = _("Er wacht al een rekeningnummer op een collega. Die kijkt daar eerst naar.")


class AccountIsSettled(Refusal):
    message = _("Over dit rekeningnummer is al besloten. Bekijk de uitkering opnieuw.")


class ProposedItYourself(Refusal):
    message = _("U hebt dit rekeningnummer zelf voorgesteld. Een collega moet ernaar kijken.")


@transaction.atomic
def propose_account(award: Award, payee: Payee, *, by: Staff, at: datetime) -> PayAccount:
    """Nothing is paid to it until a colleague confirms it. Raises `AccountWaits`."""
    award = _locked(award)
    if award.accounts.filter(state=AccountState.PROPOSED).exists():
        raise AccountWaits
    row = PayAccount(award=award, known_at=at, staff=by)
    _keep(row, payee)
    record("payments.account.proposed", on=award, by=by.actor, at=at)
    return row


@transaction.atomic
def confirm_account(account: PayAccount, *, by: Staff, at: datetime) -> PayAccount:
    """From now on money goes there. Raises `AccountIsSettled` and `ProposedItYourself`."""
    account = _waiting(account)
    if account.staff_id == by.pk:
        raise ProposedItYourself
    _settle(account, AccountState.CONFIRMED, by, at)
    record("payments.account.confirmed", on=account.award, by=by.actor, at=at)
    return account


@transaction.atomic
def refuse_account(account: PayAccount, *, by: Staff, at: datetime) -> PayAccount:
    """By a colleague; and who proposed it can take it back alone. Raises `AccountIsSettled`."""
    account = _waiting(account)
    _settle(account, AccountState.REFUSED, None if account.staff_id == by.pk else by, at)
    record("payments.account.refused", on=account.award, by=by.actor, at=at)
    return account


@transaction.atomic
def tell_account(award: Award, payee: Payee, *, by: Actor, at: datetime) -> PayAccount:
    """By the resident with their own login: confirmed at once, and what staff proposed lapses.

    They get word of it, in case it was somebody else.
    """
    award = _locked(award)
    waiting = award.accounts.filter(state=AccountState.PROPOSED)
    waiting.update(state=AccountState.REFUSED, settled_at=at)
    row = PayAccount(award=award, known_at=at, by_resident=True)
    row.state, row.settled_at = AccountState.CONFIRMED, at
    _keep(row, payee)
    record("payments.account.told", on=award, by=by, at=at)
    send_word(award.resident, Notice.RECEIPT, key=f"rekening:{row.pk}", at=at)
    return row


def _locked(award: Award) -> Award:
    return Award.objects.select_for_update(of=["self"]).select_related("resident").get(pk=award.pk)


def _waiting(account: PayAccount) -> PayAccount:
    """Locked through its award, as every change of it."""
    _locked(account.award)
    account = PayAccount.objects.select_related("award").get(pk=account.pk)
    if account.state != AccountState.PROPOSED:
        raise AccountIsSettled
    return account


def _keep(row: PayAccount, payee: Payee) -> None:
    row.content_sealed = seal_for(row.award.resident, row.pk, ACCOUNT, payee.written())
    row.save(force_insert=True)


def _settle(account: PayAccount, state: AccountState, by: Staff | None, at: datetime) -> None:
    account.state, account.settled_by, account.settled_at = state, by, at
    account.save(update_fields=["state", "settled_by", "settled_at"])
