"""The jobs of a payment run: queued with what asks for them, and safe to run again."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import transaction
from django.utils.timezone import now
from django_tasks_db.models import DBTaskResult

from plein.payments.actions.lines import calculate_run
from plein.payments.actions.running import NotNow, RunIsOpen, looked_at, propose_run
from plein.payments.models import LineState, PaymentRun, RunState
from plein.workflows.our_rules import our_rules
from plein.workflows.paying import (
    approve,
    book,
    calculate,
    go_on,
    has_stopped,
    queue_stopped_runs,
    start_again,
    start_run,
)
from tests.cast import TESTS
from tests.payments.conftest import *  # noqa: F403

MONTH, PAY_DAY = date(2026, 11, 1), date(2026, 12, 4)
MADE = datetime(2026, 12, 1, 11, 0, tzinfo=UTC)


@pytest.fixture
def started(award_of, ingrid):
    award_of()
    return start_run(MONTH, pay_on=PAY_DAY, by=ingrid, at=MADE)


def jobs():
    """What waits, as the worker will be called."""
    rows = DBTaskResult.objects.filter(task_path__startswith="plein.workflows.paying.")
    return [(row.task_path.rpartition(".")[2], row.args_kwargs["kwargs"]) for row in rows]


def kwargs(run):
    return {"municipality": run.municipality_id, "run": str(run.pk)}


def state_of(run):
    run.refresh_from_db()
    return run.state


def checked(run, ingrid):
    calculate.call(**kwargs(run))
    looked_at(run, list(run.lines.values_list("pk", flat=True)), by=ingrid, at=MADE)
    propose_run(run, by=ingrid, at=MADE)
    run.refresh_from_db()
    return run


def test_a_run_comes_with_its_job(started):
    assert jobs() == [("calculate", kwargs(started))]


def test_no_run_without_a_job_and_no_job_without_a_run(award_of, ingrid):
    award_of()

    with pytest.raises(ZeroDivisionError):
        _start_and_fail(ingrid)

    assert (jobs(), PaymentRun.objects.count()) == ([], 0)


@transaction.atomic
def _start_and_fail(ingrid):
    start_run(MONTH, pay_on=PAY_DAY, by=ingrid, at=MADE)
    raise ZeroDivisionError


def test_a_run_that_is_refused_queues_nothing_more(started, ingrid):
    with pytest.raises(RunIsOpen):
        start_run(MONTH, pay_on=PAY_DAY, by=ingrid, at=MADE)

    assert len(jobs()) == 1


def test_the_first_job_works_the_run_out_and_twice_gives_the_same(started):
    calculate.call(**kwargs(started))
    calculate.call(**kwargs(started))

    assert state_of(started) == RunState.CHECKING
    assert started.lines.get().pays == 134_849


def test_after_the_approval_a_job_books_it_and_makes_the_files_once(started, ingrid, tom):
    run = approve(checked(started, ingrid), by=tom, at=MADE)
    assert ("book", kwargs(run)) in jobs()

    book.call(**kwargs(run))
    book.call(**kwargs(run))

    assert state_of(run) == RunState.READY
    assert run.lines.get().state == LineState.BOOKED
    assert run.files.get().cents == 134_849


def test_to_work_it_out_again_queues_it_again(started, ingrid):
    calculate.call(**kwargs(started))

    start_again(started, by=ingrid, at=MADE)

    assert [name for name, _given in jobs()] == ["calculate", "calculate"]
    assert state_of(started) == RunState.CALCULATING


def test_each_night_what_was_broken_off_goes_on(started):
    assert queue_stopped_runs() == 1
    assert jobs() == [("calculate", kwargs(started))] * 2


def test_at_night_nothing_happens_with_what_waits_for_a_person(started, ingrid):
    checked(started, ingrid)

    assert queue_stopped_runs() == 0


def test_a_run_has_stopped_when_no_part_was_done_for_ten_minutes(started):
    started.refresh_from_db()

    just = started.moved_at + timedelta(minutes=10)
    assert not has_stopped(started, just)
    assert has_stopped(started, just + timedelta(seconds=1))


def test_each_part_that_is_done_counts_as_moving(started):
    PaymentRun.objects.update(moved_at=now() - timedelta(hours=1))

    calculate_run(started, our_rules(), by=TESTS, at=MADE)

    started.refresh_from_db()
    assert now() - started.moved_at < timedelta(minutes=1)


def test_what_waits_for_a_person_never_stopped_and_does_not_go_on(started, ingrid):
    run = checked(started, ingrid)

    assert not has_stopped(run, run.moved_at + timedelta(days=1))
    with pytest.raises(NotNow):
        go_on(run, by=ingrid, at=MADE)


def test_somebody_lets_it_go_on(started, ingrid):
    go_on(started, by=ingrid, at=MADE)

    assert jobs() == [("calculate", kwargs(started))] * 2
