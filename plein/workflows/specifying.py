"""The specification of each payment: a tagged PDF among the papers of the resident.

Made in jobs, in parts, each one transaction. A job takes lines that nobody else holds, so more of
them share a run; one that is killed leaves whole parts, and the night finds what is left.
"""

from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256
from math import ceil
from uuid import UUID

from django.db import transaction
from django.utils.formats import date_format
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django_tasks import task

from plein.audit.actions import record
from plein.delivery.letter import pdf_of
from plein.documents.actions.keeping import keep_all
from plein.documents.models import Direction
from plein.documents.receiving import Received
from plein.inbox.models import Enclosure
from plein.kernel.actor import system
from plein.kernel.dutch import dutch
from plein.payments.actions.topics import topics_of
from plein.payments.known import WHY
from plein.payments.models import PaymentRun, RunLine, RunState, Specification
from plein.payments.offs import with_offs
from plein.payments.specification import letter_of, names_of_payees
from plein.tenants.models import Municipality
from plein.tenants.scope import current, current_id, within

WRITER = system("specificatie van de uitkering")
PART = 200  # lines in one transaction
FOR_ONE_JOB, MOST_JOBS = 5_000, 8


def queue_specifications(run: PaymentRun) -> int:
    """When a run is ready; how many jobs. Safe to call again."""
    jobs = max(1, min(MOST_JOBS, ceil(run.size / FOR_ONE_JOB)))
    for _number in range(jobs):
        specify_run.enqueue(municipality=current_id(), run=str(run.pk))
    return jobs


def queue_left_over() -> int:
    """Nightly: runs of which something was not made yet; how many."""
    ready = PaymentRun.objects.filter(state=RunState.READY, lines__specification=None)
    runs = list(ready.filter(size__gt=0).distinct())
    for run in runs:
        queue_specifications(run)
    return len(runs)


@task()
def specify_run(municipality: int, run: str) -> None:
    with within(Municipality.objects.get(pk=municipality)):
        while specify_part(UUID(run), at=now()):
            pass


def progress_of(run: PaymentRun) -> tuple[int, int]:
    """How many are made, of how many."""
    return Specification.objects.filter(line__run=run).count(), run.size


@transaction.atomic
def specify_part(run_id: UUID, *, at: datetime) -> int:
    """How many lines were taken; none when all are made, or in the hands of others."""
    lines = _take(run_id)
    if not lines:
        return 0
    made = _write(lines, at)
    topics = topics_of([line.award for line in lines])
    documents = keep_all(
        [(line.award.resident, file) for line, file in zip(lines, made, strict=True)],
        direction=Direction.OUT,
        by=WRITER,
        at=at,
    )
    Enclosure.objects.bulk_create(
        Enclosure(topic=topic, document=document)
        for topic, document in zip(topics, documents, strict=True)
    )
    Specification.objects.bulk_create(
        Specification(line=line, document=document)
        for line, document in zip(lines, documents, strict=True)
    )
    record("payments.specifications.made", on=lines[0].run, by=WRITER, at=at, lines=len(lines))
    return len(lines)


def _take(run_id: UUID) -> list[RunLine]:
    """Locked. What another made between our look and our lock is left out."""
    waiting = RunLine.objects.filter(
        run=run_id, run__state=RunState.READY, specification__isnull=True
    )
    rows = waiting.select_related("run", "month", "award__resident").order_by("number")
    lines = list(with_offs(rows).select_for_update(of=["self"], skip_locked=True)[:PART])
    made = Specification.objects.filter(line__in=lines).values_list("line_id", flat=True)
    done = set(made)
    return [line for line in lines if line.pk not in done]


def _write(lines: Sequence[RunLine], at: datetime) -> list[Received]:
    names = names_of_payees(lines, why=WHY, by=WRITER, at=at)
    with dutch():
        return [_file(line, pdf_of([letter_of(line, names)], current(), at=at)) for line in lines]


def _file(line: RunLine, pdf: bytes) -> Received:
    """We made it ourselves a moment ago: there is nothing in it to scan for."""
    name = _("Specificatie uitkering {month}").format(month=date_format(line.run.month, "F Y"))
    return Received(name, "pdf", pdf, sha256(pdf).hexdigest(), is_scanned=True)
