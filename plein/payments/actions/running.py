"""A payment run: made and looked at by one person, approved by another."""

from collections.abc import Collection
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.identity.models import Staff
from plein.kernel.clock import local_day
from plein.kernel.refusal import Refusal
from plein.payments.models import (
    AwardMonth,
    PaymentRun,
    RunLine,
    RunState,
)
from plein.payments.stale import stale_awards
from plein.tenants.scope import current


class RunIsOpen(Refusal):
    message = _("Er is nog een betaling bezig. Rond die eerst af, of laat die vervallen.")


class PayDayIsPast(Refusal):
    message = _("Kies als betaaldag vandaag of later.")


class NotNow(Refusal):
    message = _("Dit kan nu niet: deze betaling {state}.")


class NotLookedAt(Refusal):
    message = _("Kijk eerst naar de regels met een vraag. Het zijn er nog {count}.")


class NothingToPay(Refusal):
    message = _("Er is niets te betalen.")


class ApproverIsMaker(Refusal):
    message = _("U hebt deze betaling zelf gemaakt. Een collega moet die goedkeuren.")


class ChangedSince(Refusal):
    message = _(
        "Bij {count} uitkeringen is iets veranderd na het berekenen. Bereken de betaling opnieuw."
    )


class NoBankAccount(Refusal):
    message = _("Van uw gemeente is geen rekeningnummer bekend. Vul dat eerst in.")


@transaction.atomic
def make_run(
    month: date, *, pay_on: date, only_due: bool = False, by: Staff, at: datetime
) -> PaymentRun:
    """The amounts follow in a job: see `calculate_run`. Raises `PayDayIsPast` and `RunIsOpen`.

    `only_due` pays what stands ready already, such as an advance, and no new month.
    """
    if pay_on < local_day(at):
        raise PayDayIsPast
    last = PaymentRun.objects.aggregate(last=Max("number"))["last"] or 0
    try:
        with transaction.atomic():
            run = PaymentRun.objects.create(
                number=last + 1,
                month=month,
                pay_on=pay_on,
                only_due=only_due,
                made_by=by,
                made_at=at,
                calculated_at=at,
            )
    except IntegrityError:
        raise RunIsOpen from None
    record("payments.run.made", on=run, by=by.actor, at=at, month=month.isoformat())
    return run


@transaction.atomic
def calculate_again(run: PaymentRun, *, by: Staff, at: datetime) -> PaymentRun:
    """From what is known now; what was looked at is looked at again. Raises `NotNow`."""
    run = _in_state(run, RunState.CHECKING, RunState.PROPOSED)
    _forget_lines(run)
    run.state, run.calculated_at, run.size, run.done = RunState.CALCULATING, at, 0, 0
    run.moved_at = Now()
    run.made_by, run.made_at = by, at
    run.save()
    record("payments.run.again", on=run, by=by.actor, at=at)
    return run


@transaction.atomic
def drop_run(run: PaymentRun, note: str, *, by: Staff, at: datetime) -> PaymentRun:
    """Nothing of it is paid. Raises `NotNow`."""
    run = _in_state(run, RunState.CALCULATING, RunState.CHECKING, RunState.PROPOSED)
    _forget_lines(run)
    run.state, run.note, run.size = RunState.DROPPED, note, 0
    run.save()
    record("payments.run.dropped", on=run, by=by.actor, at=at)
    return run


@transaction.atomic
def looked_at(run: PaymentRun, lines: Collection[int], *, by: Staff, at: datetime) -> int:
    """That the amounts of these lines are right. Raises `NotNow`."""
    run = _in_state(run, RunState.CHECKING)
    count = run.lines.filter(pk__in=list(lines)).exclude(flags=[]).update(looked_at_by=by)
    record("payments.run.looked", on=run, by=by.actor, at=at, lines=count)
    return count


@transaction.atomic
def hold_back(line: RunLine, why: str, *, by: Staff, at: datetime) -> RunLine:
    """It is booked and not paid: it stands for the next run. Empty takes that back."""
    _in_state(line.run, RunState.CHECKING)
    line.hold_back, line.looked_at_by = why, by
    line.save(update_fields=["hold_back", "looked_at_by"])
    record("payments.line.held", on=line, by=by.actor, at=at, held=bool(why))
    return line


@transaction.atomic
def propose_run(run: PaymentRun, *, by: Staff, at: datetime) -> PaymentRun:
    """Raises `NotNow`, `NotLookedAt` and `NothingToPay`."""
    run = _in_state(run, RunState.CHECKING)
    left = run.lines.exclude(flags=[]).filter(looked_at_by=None).count()
    if left:
        raise NotLookedAt(count=left)
    if not run.size:
        raise NothingToPay
    run.state = RunState.PROPOSED
    run.save(update_fields=["state"])
    record("payments.run.proposed", on=run, by=by.actor, at=at)
    return run


@transaction.atomic
def send_back(run: PaymentRun, note: str, *, by: Staff, at: datetime) -> PaymentRun:
    """To be looked at again by who made it. Raises `NotNow`."""
    run = _in_state(run, RunState.PROPOSED)
    run.state, run.note = RunState.CHECKING, note
    run.save(update_fields=["state", "note"])
    record("payments.run.back", on=run, by=by.actor, at=at)
    return run


@transaction.atomic
def approve_run(run: PaymentRun, *, by: Staff, at: datetime) -> PaymentRun:
    """From here it is paid: booked in a job, and then the files. See `book_run`.

    Raises `NotNow`, `ApproverIsMaker`, `NoBankAccount` and `ChangedSince`.
    """
    run = _in_state(run, RunState.PROPOSED)
    if by.pk == run.made_by_id:
        raise ApproverIsMaker
    if not current().iban:
        raise NoBankAccount
    if changed := stale_awards(run):
        raise ChangedSince(count=changed)
    run.state, run.decided_by, run.decided_at, run.done = RunState.BOOKING, by, at, 0
    run.moved_at = Now()
    run.save()
    record("payments.run.approved", on=run, by=by.actor, at=at, lines=run.size)
    return run


def _forget_lines(run: PaymentRun) -> None:
    months = list(run.lines.exclude(month=None).values_list("month_id", flat=True))
    run.lines.all().delete()
    AwardMonth.objects.filter(pk__in=months, fixed_at=None).delete()


def _in_state(run: PaymentRun, *states: RunState) -> PaymentRun:
    run = PaymentRun.objects.select_for_update(of=["self"]).get(pk=run.pk)
    if run.state not in states:
        raise NotNow(state=RunState(run.state).label)
    return run
