"""Photos and papers with an answer: kept with the draft, thrown away with it, sent with it."""

from collections.abc import Collection, Sequence
from datetime import datetime

from django.db import transaction

from plein.documents.actions.forgetting import forget
from plein.documents.actions.keeping import keep
from plein.documents.models import Direction
from plein.documents.receiving import Received
from plein.inbox.models import Enclosure, Topic
from plein.intake.actions.locking import locked
from plein.intake.models import Application, ApplicationPaper
from plein.kernel.actor import Actor


@transaction.atomic
def add_papers(
    application: Application, question: str, files: Sequence[Received], *, by: Actor, at: datetime
) -> list[str]:
    """The keys of all papers of this question: its answer. Raises `IsSent`.

    The same file twice is kept once.
    """
    application = locked(application)
    papers = application.papers.filter(question=question).select_related("document")
    known = {paper.document.sha256: str(paper.pk) for paper in papers}
    for file in files:
        if file.sha256 not in known:
            document = keep(application.resident, file, direction=Direction.IN, by=by, at=at)
            paper = ApplicationPaper.objects.create(
                application=application, question=question, document=document
            )
            known[file.sha256] = str(paper.pk)
    return list(known.values())


@transaction.atomic
def remove_papers(
    application: Application, papers: Collection[ApplicationPaper], *, by: Actor, at: datetime
) -> None:
    """Of a draft. Raises `IsSent`."""
    locked(application)
    throw_papers_away(papers, by=by, at=at)


def throw_papers_away(papers: Collection[ApplicationPaper], *, by: Actor, at: datetime) -> None:
    for paper in papers:
        document = paper.document
        paper.delete()
        forget(document, by=by, at=at)


def send_papers(
    application: Application, topic: Topic, asked: Collection[str], *, by: Actor, at: datetime
) -> None:
    """With the aanvraag; what lies behind a turn that was not taken goes."""
    papers = list(application.papers.select_related("document"))
    sent = [paper for paper in papers if paper.question in asked]
    Enclosure.objects.bulk_create(Enclosure(topic=topic, document=each.document) for each in sent)
    throw_papers_away([each for each in papers if each not in sent], by=by, at=at)
