"""The long work of a payment run, in jobs: to work it out, and to book what was approved.

A job is queued in the transaction of what asks for it: no run without a job, and no job without a
run. Each is safe to run again, and goes on where an earlier one stopped.
"""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models.functions import Now
from django.utils.timezone import now
from django_tasks import task

from plein.audit.actions import record
from plein.identity.models import Staff
from plein.kernel.actor import system
from plein.payments.actions import running
from plein.payments.actions.booking import book_run
from plein.payments.actions.lines import calculate_run
from plein.payments.models import PaymentRun, RunState
from plein.tenants.models import Municipality
from plein.tenants.scope import current_id, within
from plein.workflows.our_rules import our_rules
from plein.workflows.specifying import queue_specifications

PATIENCE = timedelta(minutes=10)  # without a part that was done, a run has stopped
BUSY = (RunState.CALCULATING, RunState.BOOKING)


@transaction.atomic
def start_run(
    month: date, *, pay_on: date, only_due: bool = False, by: Staff, at: datetime
) -> PaymentRun:
    """Raises as `make_run`."""
    run = running.make_run(month, pay_on=pay_on, only_due=only_due, by=by, at=at)
    queue(run)
    return run


@transaction.atomic
def start_again(run: PaymentRun, *, by: Staff, at: datetime) -> PaymentRun:
    """Raises as `calculate_again`."""
    run = running.calculate_again(run, by=by, at=at)
    queue(run)
    return run


@transaction.atomic
def approve(run: PaymentRun, *, by: Staff, at: datetime) -> PaymentRun:
    """Raises as `approve_run`."""
    run = running.approve_run(run, by=by, at=at)
    queue(run)
    return run


@transaction.atomic
def go_on(run: PaymentRun, *, by: Staff, at: datetime) -> None:
    """Of a run that stopped halfway. Raises `NotNow`."""
    run = PaymentRun.objects.select_for_update(of=["self"]).get(pk=run.pk)
    if run.state not in BUSY:
        raise running.NotNow(state=RunState(run.state).label)
    run.moved_at = Now()
    run.save(update_fields=["moved_at"])
    queue(run)
    record("payments.run.resumed", on=run, by=by.actor, at=at)


def has_stopped(run: PaymentRun, at: datetime) -> bool:
    return run.state in BUSY and at - run.moved_at > PATIENCE


def queue(run: PaymentRun) -> None:
    """The job that belongs to its state."""
    job = calculate if run.state == RunState.CALCULATING else book
    job.enqueue(municipality=current_id(), run=str(run.pk))


def queue_stopped_runs() -> int:
    """Nightly: what was broken off; how many."""
    stopped = list(PaymentRun.objects.filter(state__in=BUSY))
    for run in stopped:
        queue(run)
    return len(stopped)


@task()
def calculate(municipality: int, run: str) -> None:
    """Safe to run again: a line that is there stays."""
    by = system("betaling berekenen")
    _do(municipality, run, lambda found: calculate_run(found, our_rules(), by=by, at=now()))


@task()
def book(municipality: int, run: str) -> None:
    """Safe to run again: nobody is paid twice."""
    _do(municipality, run, _book)


def _book(run: PaymentRun) -> None:
    """And then everybody reads what they get."""
    book_run(run, by=system("betaling boeken"), at=now())
    run.refresh_from_db()
    if run.state == RunState.READY:
        queue_specifications(run)


def _do(municipality: int, run: str, work: Callable[[PaymentRun], None]) -> None:
    with within(Municipality.objects.get(pk=municipality)):
        if found := PaymentRun.objects.filter(pk=UUID(run)).first():
            work(found)
