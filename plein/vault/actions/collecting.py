"""Asking the sources: what happened is written down step by step, and each step is safe to repeat.

No call to a source is made within a transaction. What came with a login is used within it: an
answer that comes after the login is dropped (DigiD checklist D2).
"""

from datetime import datetime, timedelta

from django.db import transaction

from plein.audit.actions import record
from plein.identity.mandates import end_at_of_age
from plein.kernel.actor import Actor
from plein.vault.actions.keeping import keep
from plein.vault.actions.kin import know_children
from plein.vault.actions.opening import begin_anew, close_vault
from plein.vault.models import Collection, Mode, SourceRun, SourceState, Vault
from plein.vault.of_age import BORN, of_age_on
from plein.vault.sources.asking import Answered, ValueSource
from plein.vault.sources.register import SOURCES

MOST_TRIES = 3
ANEW_AFTER = timedelta(minutes=1)  # a second click within this joins the first
DONE = {SourceState.FOUND, SourceState.NOTHING, SourceState.WARNING, SourceState.STOPPED}


@transaction.atomic
def start_collection(
    vault: Vault, *, until: datetime, by: Actor, at: datetime
) -> tuple[Collection, bool]:
    """Begin to ask all sources, until the login ends; and whether it is a new beginning."""
    Vault.objects.select_for_update().get(pk=vault.pk)
    running = vault.collections.filter(started_at__gt=at - ANEW_AFTER, stopped_at=None)
    if current := running.order_by("-started_at").first():
        return current, False
    begin_anew(vault, by=by, at=at)
    collection = Collection.objects.create(vault=vault, started_at=at, until=until)
    SourceRun.objects.bulk_create(
        SourceRun(collection=collection, source=source) for source in SOURCES
    )
    record("vault.collection.started", on=collection, by=by, at=at)
    return collection, True


@transaction.atomic
def stop_collections(vault: Vault, *, at: datetime) -> None:
    """Signed out: nothing more is asked, and what is under way is dropped.

    Locked in one order: two who sign out at the same moment never wait for each other.
    """
    running = vault.collections.filter(stopped_at=None, until__gt=at)
    runs = SourceRun.objects.filter(collection__in=running).exclude(state__in=DONE)
    in_order = list(runs.order_by("pk").select_for_update().values_list("pk", flat=True))
    SourceRun.objects.filter(pk__in=in_order).update(state=SourceState.STOPPED, finished_at=at)
    running.update(stopped_at=at)


@transaction.atomic
def begin_run(run: SourceRun, *, at: datetime) -> bool:
    """Whether to ask now: not for who signed out, not twice, and not for ever."""
    run = _locked(run)
    if not _login_lasts(run, at):
        return _stop(run, at)
    if SourceState.BUSY not in SourceRun.MOVES[SourceState(run.state)] or run.tries >= MOST_TRIES:
        return False
    run.state, run.tries = SourceState.BUSY, run.tries + 1
    run.save(update_fields=["state", "tries"])
    return True


@transaction.atomic
def finish_run(run: SourceRun, answer: Answered | None, *, at: datetime) -> None:
    """Keep what was answered, all of it or nothing; None says that nothing was found."""
    run = _locked(run)
    if not _login_lasts(run, at):
        _stop(run, at)
        return
    source = SOURCES[run.source]
    _keep(run, source, answer or Answered(service=""), at)
    if answer and answer.kin is not None:
        know_children(run.collection.vault.resident, answer.kin, at=at)
    if answer and (born := answer.values.get(BORN)):
        giver = run.collection.vault.resident
        end_at_of_age(giver, of_age_on(str(born)), by=giver.actor, at=at)
    if answer and answer.has_died:
        close_vault(run.collection.vault, at=at)
    run.state = _state_of(answer)
    run.notes = list(answer.warnings) if answer else []
    run.finished_at = at
    run.save(update_fields=["state", "notes", "finished_at"])


@transaction.atomic
def fail_run(run: SourceRun, note: str, *, final: bool, at: datetime) -> bool:
    """Write down that it did not work; whether to try again later, within this login."""
    run = _locked(run)
    if not _login_lasts(run, at):
        return _stop(run, at)
    run.state, run.notes, run.finished_at = SourceState.FAILED, [note], at
    run.tries = MOST_TRIES if final else run.tries
    run.save(update_fields=["state", "notes", "finished_at", "tries"])
    return run.tries < MOST_TRIES


def _locked(run: SourceRun) -> SourceRun:
    runs = SourceRun.objects.select_for_update(of=["self"])
    return runs.select_related("collection__vault__resident").get(pk=run.pk)


def _login_lasts(run: SourceRun, at: datetime) -> bool:
    return run.collection.stopped_at is None and at < run.collection.until


def _stop(run: SourceRun, at: datetime) -> bool:
    if run.state not in DONE:
        run.state, run.finished_at = SourceState.STOPPED, at
        run.save(update_fields=["state", "finished_at"])
    return False


def _keep(run: SourceRun, source: ValueSource, answer: Answered, at: datetime) -> None:
    incoming = answer.incoming(source.holds)
    keep(run.collection.vault, incoming, mode=Mode.SOURCE, run=run, at=at)


def _state_of(answer: Answered | None) -> SourceState:
    if answer is None:
        return SourceState.NOTHING
    return SourceState.WARNING if answer.warnings else SourceState.FOUND
