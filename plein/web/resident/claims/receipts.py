"""The receipts of a declaratie that is not sent yet: those that we have, and those that come."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from plein.documents.models import Document, DocumentState
from plein.documents.receiving import Received
from plein.web.documents import documents_named
from plein.web.received_files import judged
from plein.web.request import ResidentRequest
from plein.web.resident.claims.own import papers_of_draft
from plein.webshop.actions.claim_drafts import MOST_RECEIPTS, fitting
from plein.webshop.models import ClaimDraft


@dataclass(frozen=True, slots=True)
class Kept:
    """What the page shows of a draft."""

    draft: ClaimDraft
    papers: Sequence[Document]
    names: Mapping[UUID, str]

    @property
    def shown(self) -> list[dict[str, Any]]:
        return documents_named(
            self.papers,
            self.names,
            url=lambda document: reverse("claim-draft-paper", args=[document]),
        )


def kept_papers(request: ResidentRequest) -> list[Document]:
    return [paper.document for paper in papers_of_draft(request)]


def has_receipt(kept: Iterable[Document]) -> bool:
    """What was not safe is none."""
    return any(document.state != DocumentState.DESTROYED for document in kept)


def chosen(
    request: ResidentRequest, kept: Collection[Document]
) -> tuple[list[Received], list[str]]:
    """Of what comes now: what is in order and fits, and what is wrong with the others."""
    uploads = request.FILES.getlist("receipts")
    found, wrong = judged(uploads[:MOST_RECEIPTS])
    fits, too_much = fitting(kept, found)
    names = [each.name for each in too_much] + [each.name for each in uploads[MOST_RECEIPTS:]]
    full = _("Er passen hoogstens {most} bestanden bij.").format(most=MOST_RECEIPTS)
    return fits, [*wrong, *(f"{name}: {full}" for name in names)]
