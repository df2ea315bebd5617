"""What the scanner says of a document that waited for it."""

from collections.abc import Callable
from datetime import datetime

from django.db import transaction

from plein.audit.actions import record
from plein.documents.models import Document, DocumentState
from plein.documents.storing import throw_away
from plein.gateways.antivirus.types import Verdict
from plein.kernel.actor import Actor

Teller = Callable[[Document, Actor, datetime], None]
_TELLERS: list[Teller] = []


def tell_when_destroyed(teller: Teller) -> None:
    """For an app above that knows what a document was for; called once, at the start."""
    _TELLERS.append(teller)


@transaction.atomic
def note_verdict(document: Document, verdict: Verdict, *, by: Actor, at: datetime) -> Document:
    """Clean: it can be opened. A finding: it is gone, and who sent it is told.

    A second verdict changes nothing.
    """
    waiting = Document.objects.select_for_update(of=["self"]).select_related("resident")
    document = waiting.get(pk=document.pk)
    state = DocumentState.CLEAN if verdict.is_clean else DocumentState.DESTROYED
    if state not in Document.MOVES[DocumentState(document.state)]:
        return document
    document.state, document.scanned_at, document.finding = state, at, verdict.finding
    if state == DocumentState.DESTROYED:
        throw_away(document)
    document.save(update_fields=["state", "scanned_at", "finding", "file"])
    record("documents.document.scanned", on=document, by=by, at=at, state=state)
    if state == DocumentState.DESTROYED:
        for tell in _TELLERS:
            tell(document, by, at)
    return document
