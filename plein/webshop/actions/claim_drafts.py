"""A declaratie that somebody goes on with later: kept, sent or thrown away. No money is held."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.documents.actions.forgetting import forget
from plein.documents.actions.keeping import keep
from plein.documents.models import Direction, Document, DocumentState
from plein.documents.receiving import Received
from plein.identity.models import Household, Resident
from plein.kernel.actor import Actor
from plein.kernel.clock import start_of
from plein.kernel.refusal import Refusal
from plein.webshop.actions.claims import Declared, submit_claim
from plein.webshop.claim_draft_words import write_typed
from plein.webshop.models import Claim, ClaimDraft, ClaimDraftPaper
from plein.webshop.models.claim_drafts import KEPT

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
    draft = _locked(resident) or ClaimDraft(resident=resident)
    if Claim.objects.filter(key=key).exists():
        raise IsSent
    draft.key, draft.changed_at = key, at
    write_typed(draft, typed)
    draft.save()
    new, _too_much = fitting(_safe(_papers(draft)), files)
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
    draft = _locked(resident)
    if draft is None or draft.key != key:
        return submit_claim(declared, household=household, resident=resident, key=key, by=by, at=at)
    papers = _papers(draft)
    kept = _safe(papers)
    new, _too_much = fitting(kept, declared.receipts)
    whole = replace(declared, receipts=new, kept=kept)
    claim = submit_claim(whole, household=household, resident=resident, key=key, by=by, at=at)
    _throw_away([paper for paper in papers if paper.document not in kept], by, at)
    draft.papers.all().delete()
    draft.delete()
    return claim


@transaction.atomic
def remove_receipt(resident: Resident, paper_id: UUID, *, by: Actor, at: datetime) -> None:
    """From their draft. A second click changes nothing."""
    draft = _locked(resident)
    if draft and (found := [paper for paper in _papers(draft) if paper.pk == paper_id]):
        draft.changed_at = at
        draft.save(update_fields=["changed_at"])
        _throw_away(found, by, at)


@transaction.atomic
def drop_draft(resident: Resident, *, by: Actor, at: datetime) -> None:
    """Nothing of it is kept. A second click changes nothing."""
    if draft := _locked(resident):
        _drop(draft, by, at)


def forget_claim_drafts(day: date, *, by: Actor, at: datetime) -> int:
    """Nightly: those of which the last day has passed; how many."""
    passed = start_of(day - KEPT)
    old = ClaimDraft.objects.filter(changed_at__lt=passed).select_related("resident")
    return sum(_forget(draft.resident, passed, by, at) for draft in old)


@transaction.atomic
def _forget(resident: Resident, passed: datetime, by: Actor, at: datetime) -> bool:
    """Not when somebody went on with it while we looked."""
    draft = _locked(resident)
    if draft is None or draft.changed_at >= passed:
        return False
    _drop(draft, by, at)
    return True


def _drop(draft: ClaimDraft, by: Actor, at: datetime) -> None:
    _throw_away(_papers(draft), by, at)
    record("webshop.claim_draft.dropped", on=draft, by=by, at=at)
    draft.delete()


def _locked(resident: Resident) -> ClaimDraft | None:
    """Of what a resident has here one thing happens at a time, also while there is none."""
    Resident.objects.select_for_update().get(pk=resident.pk)
    return ClaimDraft.objects.select_related("resident").filter(resident=resident).first()


def _papers(draft: ClaimDraft) -> list[ClaimDraftPaper]:
    return list(draft.papers.select_related("document"))


def _safe(papers: Collection[ClaimDraftPaper]) -> list[Document]:
    """What a scanner found something in is gone, and is no receipt."""
    documents = [paper.document for paper in papers]
    return [each for each in documents if each.state != DocumentState.DESTROYED]


def _throw_away(papers: Collection[ClaimDraftPaper], by: Actor, at: datetime) -> None:
    for paper in papers:
        document = paper.document
        paper.delete()
        forget(document, by=by, at=at)
