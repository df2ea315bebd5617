"""The job that asks the sources, side by side: one that is slow keeps no other waiting."""

from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from datetime import datetime, timedelta
from uuid import UUID

from django.db import connection
from django.utils.timezone import now
from django_tasks import task

from plein.audit.actions import Purpose
from plein.gateways.answers import AnswerRefused, SourceUnreachable
from plein.identity.gate import read_bsn
from plein.kernel.clock import local_day
from plein.tenants.models import Municipality
from plein.tenants.scope import current, current_id, within
from plein.vault.actions.collecting import begin_run, fail_run, finish_run
from plein.vault.models import Collection, SourceRun, SourceState
from plein.vault.sources.asking import Asked
from plein.vault.sources.register import SOURCES

QUEUE = "bronnen"
WHY = Purpose("om de gegevens op te halen waar u om vroeg", "AVG artikel 15")
WAITS = {1: timedelta(seconds=5), 2: timedelta(seconds=20)}  # after the first and second failure


def queue_collection(collection: Collection, *, after: timedelta | None = None) -> None:
    """Ask the sources of this collection that still have to answer, in the background."""
    job = collect.using(run_after=now() + after) if after else collect
    job.enqueue(municipality=current_id(), collection=str(collection.pk))


@task(queue_name=QUEUE)
def collect(municipality: int, collection: str) -> None:
    """Safe to run again: a source that has answered is not asked twice."""
    with within(Municipality.objects.get(pk=municipality)):
        found = Collection.objects.select_related("vault__resident").get(pk=UUID(collection))
        if again := ask_all(found, at=now()):
            queue_collection(found, after=again)


def ask_all(collection: Collection, *, at: datetime) -> timedelta | None:
    """Ask every source that waits or failed; after which time to try once more, if at all."""
    if collection.stopped_at or at >= collection.until:
        at_hand: list[SourceRun] = []
    else:
        at_hand = list(collection.runs.filter(state__in=[SourceState.WAITING, SourceState.FAILED]))
    if not at_hand:
        return None
    resident = collection.vault.resident
    bsn = read_bsn(resident, purpose=WHY, by=resident.actor, at=at)
    asked = Asked(bsn, resident.pk, local_day(at))
    with ThreadPoolExecutor(len(at_hand)) as pool:
        jobs = [pool.submit(copy_context().run, _ask_one, run, asked) for run in at_hand]
        waits = [wait for job in jobs if (wait := job.result())]
    return min(waits, default=None)


def _ask_one(run: SourceRun, asked: Asked) -> timedelta | None:
    """In a thread with a database connection of its own."""
    try:
        with within(current()):
            return _ask(run, asked)
    finally:
        connection.close()


def _ask(run: SourceRun, asked: Asked) -> timedelta | None:
    if not begin_run(run, at=now()):
        return None
    try:
        answer = SOURCES[run.source].ask(asked)
    except SourceUnreachable as problem:
        again = fail_run(run, str(problem), final=False, at=now())
        run.refresh_from_db()
        return WAITS.get(run.tries) if again else None
    except AnswerRefused as problem:
        fail_run(run, str(problem), final=True, at=now())
        return None
    finish_run(run, answer, at=now())
    return None
