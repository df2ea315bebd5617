"""A document comes in, or goes out."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from plein.audit.actions import record
from plein.documents.models import Direction, Document, DocumentState
from plein.documents.opening import CONTENT, NAME
from plein.documents.receiving import Received
from plein.documents.scanning import queue_scan
from plein.documents.storing import put
from plein.identity.gate import seal_bytes_for, seal_for
from plein.identity.many import seal_bytes_for_many
from plein.identity.models import Resident
from plein.kernel.actor import Actor


@transaction.atomic
def keep(
    resident: Resident, found: Received, *, direction: Direction, by: Actor, at: datetime
) -> Document:
    """Seal it and put it away; where the scanner gave no answer, in quarantine until it does."""
    document = _new(resident, found, direction, by, at)
    document.name_sealed = seal_for(resident, document.pk, NAME, found.name)
    document.file = put(document, seal_bytes_for(resident, document.pk, CONTENT, found.content))
    document.save()
    record("documents.document.kept", on=document, by=by, at=at, direction=direction)
    if not found.is_scanned:
        queue_scan()
    return document


@transaction.atomic
def keep_all(
    found: Sequence[tuple[Resident, Received]], *, direction: Direction, by: Actor, at: datetime
) -> list[Document]:
    """Many that we made ourselves, in this order. Who asks for them writes the line in the log."""
    documents = [_new(resident, each, direction, by, at) for resident, each in found]
    pairs = list(zip(documents, found, strict=True))
    names = [(owner, row.pk, NAME, each.name.encode()) for row, (owner, each) in pairs]
    contents = [(owner, row.pk, CONTENT, each.content) for row, (owner, each) in pairs]
    sealed = iter(seal_bytes_for_many([*names, *contents]))
    for document in documents:
        document.name_sealed = next(sealed)
    for document in documents:
        document.file = put(document, next(sealed))
    return Document.objects.bulk_create(documents, batch_size=2_000)


def _new(
    resident: Resident, found: Received, direction: Direction, by: Actor, at: datetime
) -> Document:
    return Document(
        resident=resident,
        direction=direction,
        state=DocumentState.CLEAN if found.is_scanned else DocumentState.QUARANTINE,
        ending=found.ending,
        size=len(found.content),
        sha256=found.sha256,
        received_at=at,
        by_kind=by.kind,
        organisation=by.organisation,
        team=by.team,
        function=by.function,
        scanned_at=at if found.is_scanned else None,
    )
