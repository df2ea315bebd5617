"""A paper that was never sent goes, with its row."""

from datetime import datetime

from django.db import transaction

from plein.audit.actions import record
from plein.documents.models import Document
from plein.documents.storing import throw_away
from plein.kernel.actor import Actor


@transaction.atomic
def forget(document: Document, *, by: Actor, at: datetime) -> None:
    """Raises `ProtectedError` for what belongs to something else."""
    record("documents.document.forgotten", on=document, by=by, at=at)
    throw_away(document)
    document.delete()
