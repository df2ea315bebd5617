"""A declaratie that is not sent is thrown away: by who began it, or after its last day."""

from collections.abc import Collection
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from plein.audit.actions import record
from plein.documents.actions.forgetting import forget
from plein.identity.models import Resident
from plein.kernel.actor import Actor
from plein.kernel.clock import start_of
from plein.webshop.models import ClaimDraft, ClaimDraftPaper
from plein.webshop.models.claim_drafts import KEPT


@transaction.atomic
def remove_receipt(resident: Resident, document_id: UUID, *, by: Actor, at: datetime) -> None:
    """From their draft. A second click changes nothing."""
    draft = locked_draft(resident)
    if draft and (found := [each for each in papers_of(draft) if each.document_id == document_id]):
        draft.changed_at = at
        draft.save(update_fields=["changed_at"])
        throw_away(found, by, at)


@transaction.atomic
def drop_draft(resident: Resident, *, by: Actor, at: datetime) -> None:
    """Nothing of it is kept. A second click changes nothing."""
    if draft := locked_draft(resident):
        _drop(draft, by, at)


def forget_claim_drafts(day: date, *, by: Actor, at: datetime) -> int:
    """Nightly: those of which the last day has passed; how many."""
    passed = start_of(day - KEPT)
    old = ClaimDraft.objects.filter(changed_at__lt=passed).select_related("resident")
    return sum(_forget(draft.resident, passed, by, at) for draft in old)


@transaction.atomic
def _forget(resident: Resident, passed: datetime, by: Actor, at: datetime) -> bool:
    """Not when somebody went on with it while we looked."""
    draft = locked_draft(resident)
    if draft is None or draft.changed_at >= passed:
        return False
    _drop(draft, by, at)
    return True


def _drop(draft: ClaimDraft, by: Actor, at: datetime) -> None:
    throw_away(papers_of(draft), by, at)
    record("webshop.claim_draft.dropped", on=draft, by=by, at=at)
    draft.delete()


def locked_draft(resident: Resident) -> ClaimDraft | None:
    """Of what a resident has here one thing happens at a time, also while there is none."""
    Resident.objects.select_for_update().get(pk=resident.pk)
    return ClaimDraft.objects.select_related("resident").filter(resident=resident).first()


def papers_of(draft: ClaimDraft) -> list[ClaimDraftPaper]:
    return list(draft.papers.select_related("document"))


def throw_away(papers: Collection[ClaimDraftPaper], by: Actor, at: datetime) -> None:
    for paper in papers:
        document = paper.document
        paper.delete()
        forget(document, by=by, at=at)
