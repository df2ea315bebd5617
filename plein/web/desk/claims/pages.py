"""The list of declaraties, and one page with the receipt, the question and the decision."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from plein.audit.actions import Purpose
from plein.documents.models import DocumentState
from plein.identity.gate import read_names
from plein.identity.roles import Right
from plein.kernel.iban import grouped
from plein.kernel.refusal import Refusal
from plein.web.documents import documents_shown
from plein.web.fields import DayField, MoneyField
from plein.web.forms import PleinForm
from plein.web.pages import Pages
from plein.web.policies import staff_may
from plein.web.public.document import hand_out
from plein.web.request import StaffRequest
from plein.webshop.actions.deciding_claims import approve_claim, ask_for_more, refuse_claim
from plein.webshop.claim_words import ELEMENTS, payee_in, read
from plein.webshop.models import Claim
from plein.webshop.queries.claims import claims, claims_of, papers_of, whole_claims

ON_PAGE = 25
ANSWER_DAYS = timedelta(days=14)
WHY = Purpose("om uw declaratie te beoordelen", "Gemeentewet art. 108 en AVG art. 6 lid 1 onder e")


class AskForm(PleinForm):
    question = forms.CharField(
        label=gettext_lazy("Wat hebt u nog nodig?"),
        max_length=1_000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    answer_by = DayField(label=gettext_lazy("Antwoord uiterlijk op"))


class ApproveForm(PleinForm):
    cents = MoneyField(label=gettext_lazy("Bedrag dat u goedkeurt"), min_cents=1)
    reason = forms.CharField(
        label=gettext_lazy("Waarom niet alles?"),
        max_length=1_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class RefuseForm(PleinForm):
    why = forms.CharField(
        label=gettext_lazy("Waarom wijst u dit af?"),
        max_length=1_000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


@staff_may(Right.HANDLE_CLAIMS)
@require_GET
def index(request: StaffRequest) -> HttpResponse:
    """Without names: those stand on the page of one, which logs the look."""
    shown = request.GET.get("toon", "")
    pages = Pages(request, claims(shown), ON_PAGE)
    context = {"pages": pages, "shown": shown, "today": request.today}
    return render(request, "web/desk/claims/index.html", context)


@staff_may(Right.HANDLE_CLAIMS)
@require_GET
def show(request: StaffRequest, claim_id: UUID) -> HttpResponse:
    return _page(request, _one(claim_id))


def _page(request: StaffRequest, claim: Claim, given: dict[str, Any] | None = None) -> HttpResponse:
    by, at = request.actor, request.now
    words = read(claim, ELEMENTS, purpose=WHY, by=by, at=at)
    household = claim.grant.household
    names = read_names(household, [claim.member], purpose=WHY, by=by, at=at)
    payee = payee_in(words["payee"]) if "payee" in words else None
    context = {
        "claim": claim,
        "words": words,
        "payee": payee,
        "iban": grouped(payee.iban) if payee else "",
        "name": names[claim.member.pk],
        "others": claims_of(claim),
        "papers": documents_shown(
            papers_of(claim),
            claim.claimant,
            request=request,
            url=lambda document: reverse("desk-claim-paper", args=[claim.pk, document]),
            purpose=WHY,
            case=claim.number,
        ),
        "ask": AskForm(initial={"answer_by": request.today + ANSWER_DAYS}),
        "approve": ApproveForm(initial={"cents": claim.amount}),
        "refuse": RefuseForm(),
    } | (given or {})
    context["form"] = next(iter((given or {}).values()), None)
    status = 422 if given else 200
    return render(request, "web/desk/claims/claim.html", context, status=status)


@staff_may(Right.HANDLE_CLAIMS)
@require_POST
def ask(request: StaffRequest, claim_id: UUID) -> HttpResponse:
    claim, form = _one(claim_id), AskForm(request.POST)
    if form.is_valid():
        given, by, at = form.cleaned_data, request.staff, request.now
        try:
            ask_for_more(claim, given["question"], answer_by=given["answer_by"], by=by, at=at)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("De vraag staat klaar voor de inwoner."))
            return redirect("desk-claim", claim.pk)
    return _page(request, claim, {"ask": form})


@staff_may(Right.HANDLE_CLAIMS)
@require_POST
def approve(request: StaffRequest, claim_id: UUID) -> HttpResponse:
    claim, form = _one(claim_id), ApproveForm(request.POST)
    if form.is_valid():
        given, by, at = form.cleaned_data, request.staff, request.now
        try:
            approve_claim(claim, given["cents"], reason=given["reason"], by=by, at=at)
        except Refusal as refusal:
            form.add_error("cents", str(refusal))
        else:
            messages.success(request, _("Goedgekeurd. Het geld gaat mee in een volgende betaling."))
            return redirect("desk-claim", claim.pk)
    return _page(request, claim, {"approve": form})


@staff_may(Right.HANDLE_CLAIMS)
@require_POST
def refuse(request: StaffRequest, claim_id: UUID) -> HttpResponse:
    claim, form = _one(claim_id), RefuseForm(request.POST)
    if form.is_valid():
        try:
            refuse_claim(claim, form.cleaned_data["why"], by=request.staff, at=request.now)
        except Refusal as refusal:
            form.add_error("why", str(refusal))
        else:
            messages.success(request, _("Afgewezen. Het geld staat weer op het budget."))
            return redirect("desk-claim", claim.pk)
    return _page(request, claim, {"refuse": form})


@staff_may(Right.HANDLE_CLAIMS)
@require_GET
def paper(request: StaffRequest, claim_id: UUID, document_id: UUID) -> HttpResponse:
    claim = _one(claim_id)
    clean = papers_of(claim).filter(document__state=DocumentState.CLEAN)
    found = get_object_or_404(clean, document=document_id)
    return hand_out(request, found.document, purpose=WHY, case=claim.number)


def _one(claim_id: UUID) -> Claim:
    return get_object_or_404(whole_claims().exclude(resident=None), pk=claim_id)
