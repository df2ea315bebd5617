"""A calculation is kept, asked for in the background, made, and forgotten after 30 days."""

from datetime import datetime

from django.db import transaction

from plein.audit.actions import record
from plein.identity.models import Staff
from plein.kernel.clock import local_day
from plein.policy.invented import Margins
from plein.policy.models import KEPT, Run, State
from plein.policy.outcome import Outcome
from plein.policy.trial import Trial
from plein.regelingen.trying import topics


@transaction.atomic
def keep_run(
    trial: Trial, outcome: Outcome, margins: Margins | None, *, by: Staff, at: datetime
) -> Run:
    """What was calculated already; without `margins` over a file, that itself is not kept."""
    run = _new_run(trial, outcome.size, margins, by, at)
    run.state, run.result, run.done = State.READY, outcome.as_json(), outcome.size
    run.save(force_insert=True)
    _log(run, by, at)
    return run


@transaction.atomic
def ask_run(trial: Trial, size: int, margins: Margins, *, by: Staff, at: datetime) -> Run:
    """For so many households that nobody waits for it."""
    run = _new_run(trial, size, margins, by, at)
    run.save(force_insert=True)
    _log(run, by, at)
    return run


def make_run(run: Run) -> None:
    """Calculate it and keep the outcome; a second time gives the same, and changes nothing."""
    if run.state == State.READY:
        return
    trial = Trial(topics()[run.target], local_day(run.asked_at), run.now, run.then)
    waiting = Run.objects.filter(pk=run.pk, state=State.WAITING)

    def note(done: int) -> None:
        waiting.update(done=done)

    outcome = trial.over_invented(run.size, run.margins or {}, after=note)
    waiting.update(state=State.READY, result=outcome.as_json(), done=run.size)


@transaction.atomic
def forget_runs(*, at: datetime) -> int:
    """Those whose 30 days are over; how many."""
    count, _by_model = Run.objects.filter(until__lte=at).delete()
    return count


def _new_run(trial: Trial, size: int, margins: Margins | None, by: Staff, at: datetime) -> Run:
    return Run(
        by=by,
        asked_at=at,
        until=at + KEPT,
        target=trial.topic.target,
        now=dict(trial.now),
        then=dict(trial.then),
        margins=margins,
        size=size,
    )


def _log(run: Run, by: Staff, at: datetime) -> None:
    record("policy.run.kept", on=run, by=by.actor, at=at, target=run.target, size=run.size)
