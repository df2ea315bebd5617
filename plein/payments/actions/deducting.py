"""Something goes off a benefit for somebody else: two people see to it that it is right."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import uuid4

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.identity.gate import seal_for
from plein.identity.models import Staff
from plein.kernel.refusal import Refusal
from plein.ledger.actions import open_account
from plein.ledger.models import AccountKind
from plein.payments.models import Award, Deduction, DeductionKind
from plein.payments.payee import Payee
from plein.payments.paying import PAYEE


class MakerAgrees(Refusal):
    message = _("U hebt dit zelf ingevuld. Een collega kijkt het na.")


class AlreadyAgreed(Refusal):
    message = _("Dit is al nagekeken.")


class EndsBeforeItBegins(Refusal):
    message = _("Kies een maand na de eerste maand.")


@dataclass(frozen=True, slots=True)
class Asked:
    """`per_month` in cents, at most; from the first month on."""

    kind: DeductionKind
    per_month: int
    payee: Payee
    from_month: date


@transaction.atomic
def add_deduction(award: Award, asked: Asked, *, by: Staff, at: datetime) -> Deduction:
    """Nothing is taken off before a colleague agreed."""
    key = uuid4()
    made = Deduction.objects.create(
        id=key,
        award=award,
        kind=asked.kind,
        per_month=asked.per_month,
        payee_sealed=seal_for(award.resident, key, PAYEE, asked.payee.written()),
        account=open_account(AccountKind.INHOUDING, key),
        from_month=asked.from_month,
        made_by=by,
        made_at=at,
    )
    record("payments.deduction.added", on=made, by=by.actor, at=at, kind=asked.kind)
    return made


@transaction.atomic
def agree_deduction(made: Deduction, *, by: Staff, at: datetime) -> Deduction:
    """Raises `AlreadyAgreed` and `MakerAgrees`."""
    made = Deduction.objects.select_for_update(of=["self"]).get(pk=made.pk)
    if made.agreed_at is not None:
        raise AlreadyAgreed
    if made.made_by_id == by.pk:
        raise MakerAgrees
    made.agreed_by, made.agreed_at = by, at
    made.save(update_fields=["agreed_by", "agreed_at"])
    record("payments.deduction.agreed", on=made, by=by.actor, at=at)
    return made


@transaction.atomic
def stop_deduction(made: Deduction, *, until: date, by: Staff, at: datetime) -> Deduction:
    """`until` is the first month without it. Raises `EndsBeforeItBegins`."""
    made = Deduction.objects.select_for_update(of=["self"]).get(pk=made.pk)
    if until < made.from_month:
        raise EndsBeforeItBegins
    made.until_month = until
    made.save(update_fields=["until_month"])
    record("payments.deduction.stopped", on=made, by=by.actor, at=at, until=until.isoformat())
    return made
