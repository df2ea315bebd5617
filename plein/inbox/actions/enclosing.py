"""A document goes with a topic; what a scanner finds in it later is told there."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from plein.documents.actions.keeping import keep
from plein.documents.models import Direction, Document
from plein.documents.receiving import Received
from plein.inbox.models import Enclosure, HandIn, Topic
from plein.kernel.actor import Actor


@transaction.atomic
def enclose(
    topic: Topic,
    files: Sequence[Received],
    *,
    direction: Direction,
    by: Actor,
    at: datetime,
    hand_in: HandIn | None = None,
) -> list[Document]:
    """Keep these with the topic; the same file twice in one go is kept once."""
    once = {file.sha256: file for file in files}.values()
    documents = [keep(topic.resident, file, direction=direction, by=by, at=at) for file in once]
    Enclosure.objects.bulk_create(
        Enclosure(topic=topic, document=document, hand_in=hand_in) for document in documents
    )
    return documents
