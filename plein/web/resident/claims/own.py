"""The declaraties of who asks, and the one that is not sent yet; of nobody else."""

from uuid import UUID

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from plein.audit.actions import Purpose
from plein.web.request import ResidentRequest
from plein.webshop.models import Claim, ClaimDraft, ClaimDraftPaper, ClaimPaper

WHY = Purpose("omdat u uw declaratie bekeek", "AVG artikel 15")


def own_claims(request: ResidentRequest) -> QuerySet[Claim]:
    return Claim.objects.filter(resident=request.resident)


def own_claim(request: ResidentRequest, claim_id: UUID) -> Claim:
    claims = own_claims(request).select_related("resident", "member", "grant__period__scheme")
    return get_object_or_404(claims, pk=claim_id)


def papers_of(claim: Claim) -> QuerySet[ClaimPaper]:
    return claim.papers.select_related("document").order_by("added_at", "pk")


def own_draft(request: ResidentRequest) -> ClaimDraft | None:
    drafts = ClaimDraft.objects.select_related("resident")
    return drafts.filter(resident=request.resident).first()


def papers_of_draft(request: ResidentRequest) -> QuerySet[ClaimDraftPaper]:
    """In the order in which they came."""
    papers = ClaimDraftPaper.objects.filter(draft__resident=request.resident)
    return papers.select_related("document").order_by("document__received_at", "pk")
