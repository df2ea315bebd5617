"""The resident tells what came in over a month; the newest that was told counts."""

from datetime import date, datetime
from uuid import UUID, uuid4, uuid5

from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.delivery.actions.moving import lapse
from plein.identity.gate import seal_for
from plein.inbox.actions.tasks import hand_in
from plein.inbox.models import TaskState
from plein.kernel.actor import Actor
from plein.kernel.clock import local_day
from plein.kernel.months import month_of, months_after
from plein.kernel.refusal import Refusal
from plein.payments.known import INCOME
from plein.payments.living import Income
from plein.payments.models import AskedStatement, Award, AwardMonth, Statement
from plein.payments.shown_wage import SHOWN, ShownWage

LONGEST_AGO = 12  # months: before that a person looks first


class MonthIsNotOver(Refusal):
    message = _("Deze maand is nog niet voorbij. U kunt dit doorgeven vanaf {day}.")


class NoBenefitInMonth(Refusal):
    message = _("In deze maand had u geen uitkering. U hoeft niets door te geven.")


class TooLongAgo(Refusal):
    message = _("Deze maand is langer dan een jaar geleden. Bel ons. Dan kijken wij samen.")


@transaction.atomic
def tell_income(
    award: Award,
    month: date,
    income: Income,
    *,
    by: Actor,
    at: datetime,
    key: UUID | None = None,
    shown: ShownWage | None = None,
) -> Statement:
    """The same `key`, of a form, is told once. After the month was paid it stands in `told_late`.

    `shown` goes along where the page said so.

    Raises `MonthIsNotOver`, `NoBenefitInMonth` and `TooLongAgo`.
    """
    rows = Award.objects.select_for_update(of=["self"]).select_related("resident")
    award = rows.get(pk=award.pk)
    may_be_told(award, month, local_day(at))
    own_key = uuid5(award.pk, f"{month:%Y%m}{key}") if key else uuid4()
    if before := Statement.objects.filter(pk=own_key).first():
        return before
    row = Statement(id=own_key, award=award, month=month, known_at=at, by_resident=True)
    row.content_sealed = seal_for(award.resident, row.pk, INCOME, income.written())
    if shown:
        row.shown_sealed = seal_for(award.resident, row.pk, SHOWN, shown.written())
    row.save(force_insert=True)
    is_late = is_paid_out(award, month)
    record("payments.income.told", on=row, by=by, at=at, month=month.isoformat(), after_run=is_late)
    _no_longer_asked(award, month, by=by, at=at)
    return row


def may_be_told(award: Award, month: date, today: date) -> None:
    """Raises `MonthIsNotOver`, `NoBenefitInMonth` and `TooLongAgo`."""
    over_on = months_after(month, 1)
    if today < over_on:
        raise MonthIsNotOver(day=date_format(over_on, "j E Y"))
    if not (award.starts_on < over_on and (award.ends_on is None or award.ends_on > month)):
        raise NoBenefitInMonth
    if month < months_after(month_of(today), -LONGEST_AGO):
        raise TooLongAgo


def is_paid_out(award: Award, month: date) -> bool:
    return AwardMonth.objects.fixed().filter(award=award, month=month).exists()


def _no_longer_asked(award: Award, month: date, *, by: Actor, at: datetime) -> None:
    """The task is done, and nobody reminds or calls any more."""
    asked = AskedStatement.objects.filter(award=award, month=month).select_related("task").first()
    if asked is None or asked.task.state not in (TaskState.OPEN, TaskState.OBSTACLE):
        return
    hand_in(asked.task, "", by=by, at=at)
    if asked.call_id:
        lapse([asked.call_id])
