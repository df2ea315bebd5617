"""Scanning what waits, once the scanner is there again."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.timezone import now
from django_tasks import task

from plein.documents.actions.verdicts import note_verdict
from plein.documents.models import Document, DocumentState
from plein.documents.opening import SCANNER, open_to_scan
from plein.documents.receiving import scanner
from plein.gateways.antivirus.types import NoVerdict
from plein.tenants.models import Municipality
from plein.tenants.scope import current_id, within

AGAIN_AFTER = timedelta(minutes=1)
MOST_TRIES = 30  # then the next night begins anew


def queue_scan(tries: int = 0) -> None:
    job = scan_later.using(run_after=now() + AGAIN_AFTER)
    municipality = current_id()
    transaction.on_commit(lambda: job.enqueue(municipality=municipality, tries=tries))


@task()
def scan_later(municipality: int, tries: int) -> None:
    """Safe to run again: what has its verdict does not wait any more."""
    with within(Municipality.objects.get(pk=municipality)):
        if scan_waiting(at=now()) and tries < MOST_TRIES:
            queue_scan(tries + 1)


def scan_waiting(*, at: datetime) -> int:
    """How many still wait. Nothing is opened for a scanner that is down."""
    waiting = Document.objects.filter(state=DocumentState.QUARANTINE).select_related("resident")
    if scanner().is_up():
        for document in waiting.order_by("received_at"):
            _scan(document, at)
    return waiting.count()


def _scan(document: Document, at: datetime) -> None:
    """The call to the scanner stands in no transaction."""
    content = open_to_scan(document, at=at)
    try:
        verdict = scanner().scan(content)
    except NoVerdict:
        return
    note_verdict(document, verdict, by=SCANNER, at=at)
