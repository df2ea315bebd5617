"""Something goes off a benefit for somebody else: two people see to it that it is right.

A seizure is asked by a bailiff; anything else only goes off because the resident said yes.
"""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID, uuid4, uuid5

from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.identity.gate import seal_for
from plein.identity.models import Staff
from plein.kernel.clock import local_day
from plein.kernel.months import months_after
from plein.kernel.refusal import Refusal
from plein.ledger.actions import open_account
from plein.ledger.models import AccountKind
from plein.payments.models import Award, AwardMonth, Deduction, DeductionKind
from plein.payments.payee import Payee
from plein.payments.paying import PAYEE


class MakerAgrees(Refusal):
    message = _("U hebt dit zelf ingevuld. Een collega kijkt het na.")


class AlreadyAgreed(Refusal):
    message = _("Dit is al nagekeken.")


class EndsBeforeItBegins(Refusal):
    message = _("Kies een maand na de eerste maand.")


class MonthIsFixed(Refusal):
    message = _("Die maand is al betaald. Kies {month} of later.")


class ResidentSaysYesFirst(Refusal):
    message = _("Vul in op welke dag de inwoner ja zei. Zonder dat mag dit niet.")


class AskedTomorrow(Refusal):
    message = _("De inwoner kan niet later ja zeggen dan vandaag.")


class AlreadyStopped(Refusal):
    message = _("Dit stopt al, of er wacht al een wijziging op een collega.")


@dataclass(frozen=True, slots=True)
class Asked:
    """`per_month` in cents, at most; from the first month on. `asked_on`: the resident said yes."""

    kind: DeductionKind
    per_month: int
    payee: Payee
    from_month: date
    asked_on: date | None = None


@transaction.atomic
def add_deduction(
    award: Award,
    asked: Asked,
    *,
    by: Staff,
    at: datetime,
    key: UUID | None = None,
    replaces: Deduction | None = None,
) -> Deduction:
    """Nothing is taken off before a colleague agreed; the same `key`, of a form, is one.

    Raises `ResidentSaysYesFirst`, `AskedTomorrow` and `MonthIsFixed`.
    """
    award = Award.objects.select_for_update(of=["self"]).select_related("resident").get(pk=award.pk)
    own_key = uuid5(award.pk, str(key)) if key else uuid4()
    if before := Deduction.objects.filter(pk=own_key).first():
        return before
    _must_be_asked(asked, local_day(at))
    _must_be_open(award, asked.from_month)
    made = Deduction.objects.create(
        id=own_key,
        award=award,
        kind=asked.kind,
        per_month=asked.per_month,
        payee_sealed=seal_for(award.resident, own_key, PAYEE, asked.payee.written()),
        account=open_account(AccountKind.INHOUDING, own_key),
        from_month=asked.from_month,
        asked_on=None if asked.kind == DeductionKind.SEIZURE else asked.asked_on,
        replaces=replaces,
        made_by=by,
        made_at=at,
    )
    record("payments.deduction.added", on=made, by=by.actor, at=at, kind=asked.kind)
    return made


@transaction.atomic
def change_deduction(
    made: Deduction, asked: Asked, *, by: Staff, at: datetime, key: UUID | None = None
) -> Deduction:
    """Another amount or account from a month on; until a colleague agreed it stays as it was.

    Raises `AlreadyStopped` and as `add_deduction`.
    """
    made = Deduction.objects.select_for_update(of=["self"]).select_related("award").get(pk=made.pk)
    if key and (before := Deduction.objects.filter(pk=uuid5(made.award_id, str(key))).first()):
        return before
    if made.until_month is not None or Deduction.objects.filter(replaces=made).exists():
        raise AlreadyStopped
    if asked.from_month <= made.from_month:
        raise EndsBeforeItBegins
    return add_deduction(made.award, asked, by=by, at=at, key=key, replaces=made)


@transaction.atomic
def agree_deduction(made: Deduction, *, by: Staff, at: datetime) -> Deduction:
    """From its month on, or from the next where that was paid meanwhile.

    Raises `AlreadyAgreed` and `MakerAgrees`.
    """
    made = Deduction.objects.select_for_update(of=["self"]).get(pk=made.pk)
    if made.agreed_at is not None:
        raise AlreadyAgreed
    if made.made_by_id == by.pk:
        raise MakerAgrees
    made.from_month = max(made.from_month, first_open_month(made.award) or made.from_month)
    made.agreed_by, made.agreed_at = by, at
    made.save(update_fields=["from_month", "agreed_by", "agreed_at"])
    Deduction.objects.filter(replaced_by=made).update(until_month=made.from_month)
    record("payments.deduction.agreed", on=made, by=by.actor, at=at)
    return made


@transaction.atomic
def stop_deduction(made: Deduction, *, until: date, by: Staff, at: datetime) -> Deduction:
    """`until` is the first month without it. Raises `EndsBeforeItBegins` and `MonthIsFixed`."""
    made = Deduction.objects.select_for_update(of=["self"]).select_related("award").get(pk=made.pk)
    if until < made.from_month:
        raise EndsBeforeItBegins
    _must_be_open(made.award, until)
    made.until_month = until
    made.save(update_fields=["until_month"])
    record("payments.deduction.stopped", on=made, by=by.actor, at=at, until=until.isoformat())
    return made


@transaction.atomic
def drop_deduction(made: Deduction, *, by: Staff, at: datetime) -> None:
    """It was not agreed on yet, and does not go on. Raises `AlreadyAgreed`."""
    made = Deduction.objects.select_for_update(of=["self"]).get(pk=made.pk)
    if made.agreed_at is not None:
        raise AlreadyAgreed
    record("payments.deduction.dropped", on=made, by=by.actor, at=at)
    made.delete()


def first_open_month(award: Award) -> date | None:
    """The first month of which nothing is fixed; none where nothing was paid yet."""
    rows = AwardMonth.objects.fixed().filter(award=award).order_by("-month")
    last = rows.values_list("month", flat=True).first()
    return months_after(last, 1) if last else None


def _must_be_open(award: Award, month: date) -> None:
    first = first_open_month(award)
    if first and month < first:
        raise MonthIsFixed(month=date_format(first, "F Y"))


def _must_be_asked(asked: Asked, today: date) -> None:
    if asked.kind == DeductionKind.SEIZURE:
        return
    if asked.asked_on is None:
        raise ResidentSaysYesFirst
    if asked.asked_on > today:
        raise AskedTomorrow
