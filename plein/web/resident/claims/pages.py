"""The list of declaraties, and one with what we ask and decide."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from plein.documents.models import DocumentState
from plein.kernel.iban import grouped
from plein.kernel.refusal import Refusal
from plein.web.documents import documents_named
from plein.web.pages import Pages
from plein.web.policies import shopper_only
from plein.web.public.document import hand_out
from plein.web.request import ResidentRequest
from plein.web.resident.claims.forms import AnswerForm, pots_of
from plein.web.resident.claims.own import (
    WHY,
    own_claim,
    own_claims,
    own_draft,
    papers_of,
    papers_of_draft,
)
from plein.web.resident.family import Family
from plein.webshop.actions.claims import answer_claim, withdraw_claim
from plein.webshop.claim_words import payee_in, read_whole
from plein.webshop.models import Claim

ON_PAGE = 25


@shopper_only
@require_GET
def index(request: ResidentRequest) -> HttpResponse:
    own = own_claims(request).order_by("-submitted_at", "pk")
    pages = Pages(request, own, ON_PAGE)
    context = {
        "pages": pages,
        "can_claim": bool(pots_of(request)),
        "draft": own_draft(request),
        "draft_papers": papers_of_draft(request).count(),
    }
    return render(request, "web/resident/claims/index.html", context)


@shopper_only
@require_GET
def show(request: ResidentRequest, claim_id: UUID) -> HttpResponse:
    return _page(request, own_claim(request, claim_id), AnswerForm())


def _page(
    request: ResidentRequest, claim: Claim, form: AnswerForm, status: int = 200
) -> HttpResponse:
    papers = [paper.document for paper in papers_of(claim)]
    words, names = read_whole(claim, papers, purpose=WHY, by=request.actor, at=request.now)
    context = {
        "claim": claim,
        "words": words,
        "iban": grouped(payee_in(words["payee"]).iban) if "payee" in words else "",
        "name": Family(request).name_of(claim.member),
        "form": form,
        "papers": documents_named(
            papers, names, url=lambda document: reverse("claim-paper", args=[claim.pk, document])
        ),
    }
    return render(request, "web/resident/claims/claim.html", context, status=status)


@shopper_only
@require_POST
def answer(request: ResidentRequest, claim_id: UUID) -> HttpResponse:
    claim = own_claim(request, claim_id)
    form = AnswerForm(request.POST, request.FILES)
    files = form.received() if form.is_valid() else []
    if form.errors:
        return _page(request, claim, form, status=422)
    words = form.cleaned_data["answer"]
    try:
        answer_claim(claim, words, files, by=request.actor, at=request.now)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Dank u wel. Wij kijken verder."))
    return redirect("claim", claim.pk)


@shopper_only
@require_POST
def withdraw(request: ResidentRequest, claim_id: UUID) -> HttpResponse:
    claim = own_claim(request, claim_id)
    try:
        withdraw_claim(claim, by=request.actor, at=request.now)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Ingetrokken. Het geld staat weer op uw budget."))
    return redirect("claim", claim.pk)


@shopper_only
@require_GET
def paper(request: ResidentRequest, claim_id: UUID, document_id: UUID) -> HttpResponse:
    """Not found for what is not theirs, and for what is not safe yet."""
    clean = papers_of(own_claim(request, claim_id)).filter(document__state=DocumentState.CLEAN)
    found = get_object_or_404(clean, document=document_id)
    return hand_out(request, found.document, purpose=WHY)
