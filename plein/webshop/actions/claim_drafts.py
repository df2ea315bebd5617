"""A declaratie that somebody goes on with later: kept, and sent. No money is held before that."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.documents.actions.keeping import keep
from plein.documents.models import Direction, Document, DocumentState
from plein.documents.receiving import Received
from plein.identity.models import Household, Resident
from plein.kernel.actor import Actor
from plein.kernel.refusal import Refusal
from plein.webshop.actions.claims import Declared, submit_claim
from plein.webshop.actions.dropping_claim_drafts import locked_draft, papers_of, throw_away
from plein.webshop.claim_draft_words import write_typed
from plein.webshop.models import Claim, ClaimDraft, ClaimDraftPaper

MOST_RECEIPTS = 5  # with the form; more can be sent when we ask for it


class IsSent(Refusal):
    message = _("Deze declaratie hebt u al verstuurd.")


def fitting(
    kept: Collection[Document], files: Sequence[Received]
) -> tuple[list[Received], list[Received]]:
    """What can be added, and what is too much; a file that is there is not added again."""
    known = {document.sha256 for document in kept}
    new = {file.sha256: file for file in files if file.sha256 not in known}
    room = max(0, MOST_RECEIPTS - len(known))
    return list(new.values())[:room], list(new.values())[room:]


@transaction.atomic
def keep_draft(
    resident: Resident,
    typed: Mapping[str, str],
    files: Sequence[Received],
    *,
    key: str,
    by: Actor,
    at: datetime,
) -> ClaimDraft:
    """The words as they are now, and the files that fit beside those of before.

    Raises `IsSent` when the form became a declaratie meanwhile.
    """
    draft = locked_draft(resident) or ClaimDraft(resident=resident)
    if Claim.objects.filter(key=key).exists():
        raise IsSent
    draft.key, draft.changed_at = key, at
    write_typed(draft, typed)
    draft.save()
    new, _too_much = fitting(_safe(papers_of(draft)), files)
    for file in new:
        document = keep(resident, file, direction=Direction.IN, by=by, at=at)
        ClaimDraftPaper.objects.create(draft=draft, document=document)
    record("webshop.claim_draft.kept", on=draft, by=by, at=at, files=len(new))
    return draft


@transaction.atomic
def send_draft(
    declared: Declared,
    *,
    household: Household,
    resident: Resident,
    key: str,
    by: Actor,
    at: datetime,
) -> Claim:
    """`submit_claim`, with the receipts that this form kept before; of the draft nothing stays.

    Raises as it does, and keeps the draft then.
    """
    draft = locked_draft(resident)
    if draft is None or draft.key != key:
        return submit_claim(declared, household=household, resident=resident, key=key, by=by, at=at)
    papers = papers_of(draft)
    kept = _safe(papers)
    new, _too_much = fitting(kept, declared.receipts)
    whole = replace(declared, receipts=new, kept=kept)
    claim = submit_claim(whole, household=household, resident=resident, key=key, by=by, at=at)
    throw_away([paper for paper in papers if paper.document not in kept], by, at)
    draft.papers.all().delete()
    draft.delete()
    return claim


def _safe(papers: Collection[ClaimDraftPaper]) -> list[Document]:
    """What a scanner found something in is gone, and is no receipt."""
    documents = [paper.document for paper in papers]
    return [each for each in documents if each.state != DocumentState.DESTROYED]
