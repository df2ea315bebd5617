"""A benefit begins, and ends. Each was decided by a person."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TypeVar
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.audit.many import record_each
from plein.identity.gate import seal_for
from plein.identity.many import seal_for_many
from plein.identity.models import Resident, Staff
from plein.kernel.actor import Actor
from plein.kernel.clock import local_day
from plein.kernel.months import month_of
from plein.kernel.refusal import Refusal
from plein.ledger.actions import open_accounts
from plein.ledger.models import AccountKind
from plein.payments.known import ACCOUNT, INCOME, LIVING
from plein.payments.living import Income, Living, Written
from plein.payments.models import AccountState, Award, PayAccount, Situation, Statement
from plein.payments.models.awards import Known
from plein.payments.payee import Payee

K = TypeVar("K", bound=Known)
BIJSTAND = "bijstand"
ACCOUNTS = {
    "due": AccountKind.UITKERING,
    "reserve": AccountKind.VAKANTIETOESLAG,
    "advance": AccountKind.VOORSCHOT,
    "overpaid": AccountKind.TE_VEEL,
}


class NumberIsUsed(Refusal):
    message = _("Er is al een uitkering met nummer {number}.")


class EndsBeforeStart(Refusal):
    message = _("De uitkering kan niet eindigen voordat die begint. Kies een latere dag.")


class AlreadyEnded(Refusal):
    message = _("Deze uitkering is al beëindigd.")


class NotDiedYet(Refusal):
    message = _("Deze dag moet nog komen. Kies de dag van overlijden.")


class EndsBeforeDeath(Refusal):
    message = _("Tot en met de dag van overlijden is er recht. Kies een latere dag.")


@dataclass(frozen=True, slots=True)
class NewAward:
    """What is needed to start paying somebody. `payee` may come later."""

    resident: Resident
    number: str
    starts_on: date
    living: Living
    payee: Payee | None = None
    income: Income | None = None
    asks_statement: bool = False
    paid_from: date | None = None  # the first month that we pay, when that is not its first
    is_provisional: bool = False


@transaction.atomic
def award(new: NewAward, *, by: Staff, at: datetime) -> Award:
    """Raises `NumberIsUsed`."""
    (made,) = award_all([new], staff=by, by=by.actor, at=at)
    return made


@transaction.atomic
def award_all(
    new: Sequence[NewAward], *, staff: Staff | None, by: Actor, at: datetime
) -> list[Award]:
    """A whole file at once: all or none. Raises `NumberIsUsed`."""
    awards = _with_accounts(new, staff, at)
    try:
        with transaction.atomic():
            Award.objects.bulk_create(awards, batch_size=2_000)
    except IntegrityError:
        used = Award.objects.filter(number__in=[each.number for each in new]).first()
        if used is None and len({each.number for each in new}) == len(new):
            raise
        raise NumberIsUsed(number=used.number if used else "") from None
    _note(awards, new, staff, at)
    record_each("payments.award.made", ((made, {}) for made in awards), by=by, at=at)
    return awards


def _with_accounts(new: Sequence[NewAward], staff: Staff | None, at: datetime) -> list[Award]:
    awards = [
        Award(
            id=uuid4(),
            resident=each.resident,
            number=each.number,
            law=BIJSTAND,
            starts_on=each.starts_on,
            asks_statement=each.asks_statement,
            paid_from=month_of(each.paid_from or each.starts_on),
            is_provisional=each.is_provisional,
            decided_by=staff,
            made_at=at,
        )
        for each in new
    ]
    for name, kind in ACCOUNTS.items():
        for made, account in zip(
            awards, open_accounts(kind, [each.pk for each in awards]), strict=True
        ):
            setattr(made, name, account)
    return awards


def _note(
    awards: Sequence[Award], new: Sequence[NewAward], staff: Staff | None, at: datetime
) -> None:
    """How they live, what comes in and where it goes: sealed for each."""
    sealing = _Sealing()
    situations, statements, accounts = [], [], []
    for made, each in zip(awards, new, strict=True):
        common = {"award": made, "known_at": at, "staff": staff}
        situations.append(
            sealing.of(Situation(from_on=made.starts_on, **common), LIVING, each.living)
        )
        if each.income:
            month = month_of(made.starts_on)
            statements.append(sealing.of(Statement(month=month, **common), INCOME, each.income))
        if each.payee:
            row = PayAccount(state=AccountState.CONFIRMED, settled_at=at, **common)
            accounts.append(sealing.of(row, ACCOUNT, each.payee))
    sealing.seal()
    Situation.objects.bulk_create(situations, batch_size=2_000)
    Statement.objects.bulk_create(statements, batch_size=2_000)
    PayAccount.objects.bulk_create(accounts, batch_size=2_000)


class _Sealing:
    """Rows that wait for their content: all of them are sealed in one go."""

    def __init__(self) -> None:
        self.rows: list[Known] = []
        self.texts: list[tuple[Resident, UUID, str, str]] = []

    def of(self, row: K, element: str, content: Written) -> K:
        self.rows.append(row)
        self.texts.append((row.award.resident, row.pk, element, content.written()))
        return row

    def seal(self) -> None:
        for row, content in zip(self.rows, seal_for_many(self.texts), strict=True):
            row.content_sealed = content


@transaction.atomic
def end(made: Award, *, on: date, reason: str, by: Staff, at: datetime) -> Award:
    """`on` is the first day without it. Raises `AlreadyEnded` and `EndsBeforeStart`."""
    made = Award.objects.select_for_update(of=["self"]).get(pk=made.pk)
    if made.ends_on is not None:
        raise AlreadyEnded
    if on < made.starts_on:
        raise EndsBeforeStart
    made.ends_on, made.end_reason, made.ended_at = on, reason, at
    made.save(update_fields=["ends_on", "end_reason", "ended_at"])
    record("payments.award.ended", on=made, by=by.actor, at=at, day=on.isoformat())
    return made


@transaction.atomic
def end_by_death(made: Award, *, died_on: date, on: date | None, by: Staff, at: datetime) -> Award:
    """The right is of somebody who lives, so it ends on the day after, or later where the
    municipality decided that. Raises `NotDiedYet`, `EndsBeforeDeath` and as `end`.
    """
    if died_on > local_day(at):
        raise NotDiedYet
    first = on or died_on + timedelta(days=1)
    if first <= died_on:
        raise EndsBeforeDeath
    ended = end(made, on=first, reason=str(_("overlijden")), by=by, at=at)
    ended.died_on = died_on
    ended.save(update_fields=["died_on"])
    return ended


@transaction.atomic
def lives_otherwise(
    made: Award, living: Living, *, from_on: date, by: Staff, at: datetime
) -> Situation:
    """From a day on; months that were paid are worked out anew by `revise`."""
    row = Situation(award=made, from_on=from_on, known_at=at, staff=by)
    row.content_sealed = seal_for(made.resident, row.pk, LIVING, living.written())
    row.save(force_insert=True)
    record("payments.situation.changed", on=made, by=by.actor, at=at, day=from_on.isoformat())
    return row
