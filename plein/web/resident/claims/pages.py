"""The list of declaraties, a new one, and one with what we ask and decide."""

from uuid import UUID, uuid4

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from plein.audit.actions import Purpose
from plein.documents.models import DocumentState
from plein.kernel.iban import grouped
from plein.kernel.refusal import Refusal
from plein.web.documents import documents_shown
from plein.web.pages import Pages
from plein.web.policies import shopper_only
from plein.web.public.document import hand_out
from plein.web.request import ResidentRequest
from plein.web.resident.claims.forms import AnswerForm, ClaimForm, pots_of
from plein.web.resident.family import Family
from plein.webshop.actions.claims import answer_claim, submit_claim, withdraw_claim
from plein.webshop.claim_words import ELEMENTS, payee_in, read
from plein.webshop.models import Claim, ClaimPaper

ON_PAGE = 25
WHY = Purpose("omdat u uw declaratie bekeek", "AVG artikel 15")


@shopper_only
@require_GET
def index(request: ResidentRequest) -> HttpResponse:
    own = _own(request).order_by("-submitted_at", "pk")
    pages = Pages(request, own, ON_PAGE)
    context = {"pages": pages, "can_claim": bool(pots_of(request))}
    return render(request, "web/resident/claims/index.html", context)


@shopper_only
@require_http_methods(["GET", "POST"])
def new(request: ResidentRequest) -> HttpResponse:
    pots = pots_of(request)
    if request.method == "GET":
        form = ClaimForm(pots, initial={"key": uuid4(), **_account_of_before(request)})
        return _form_page(request, form, 200)
    form = ClaimForm(pots, request.POST, request.FILES)
    if form.is_valid():
        declared = form.declared()
        if not form.errors:
            try:
                claim = submit_claim(
                    declared,
                    household=request.household,
                    resident=request.resident,
                    key=str(form.cleaned_data["key"]),
                    by=request.actor,
                    at=request.now,
                )
            except Refusal as refusal:
                form.add_error("amount", str(refusal))
            else:
                messages.success(request, _("Wij hebben uw declaratie ontvangen."))
                return redirect("claim", claim.pk)
    return _form_page(request, form, 422)


def _form_page(request: ResidentRequest, form: ClaimForm, status: int) -> HttpResponse:
    return render(request, "web/resident/claims/new.html", {"form": form}, status=status)


def _account_of_before(request: ResidentRequest) -> dict[str, str]:
    """As the last declaratie had it."""
    last = _own(request).exclude(payee_sealed=b"").order_by("-submitted_at").first()
    if last is None:
        return {}
    words = read(last, ["payee"], purpose=WHY, by=request.actor, at=request.now)
    payee = payee_in(words["payee"])
    return {"name": payee.name, "iban": payee.iban}


@shopper_only
@require_GET
def show(request: ResidentRequest, claim_id: UUID) -> HttpResponse:
    return _page(request, _one(request, claim_id), AnswerForm())


def _page(
    request: ResidentRequest, claim: Claim, form: AnswerForm, status: int = 200
) -> HttpResponse:
    words = read(claim, ELEMENTS, purpose=WHY, by=request.actor, at=request.now)
    context = {
        "claim": claim,
        "words": words,
        "iban": grouped(payee_in(words["payee"]).iban) if "payee" in words else "",
        "name": Family(request).name_of(claim.member),
        "form": form,
        "papers": documents_shown(
            _papers(claim),
            request.resident,
            request=request,
            url=lambda document: reverse("claim-paper", args=[claim.pk, document]),
            purpose=WHY,
        ),
    }
    return render(request, "web/resident/claims/claim.html", context, status=status)


@shopper_only
@require_POST
def answer(request: ResidentRequest, claim_id: UUID) -> HttpResponse:
    claim = _one(request, claim_id)
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
    claim = _one(request, claim_id)
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
    clean = _papers(_one(request, claim_id)).filter(document__state=DocumentState.CLEAN)
    found = get_object_or_404(clean, document=document_id)
    return hand_out(request, found.document, purpose=WHY)


def _own(request: ResidentRequest) -> QuerySet[Claim]:
    return Claim.objects.filter(resident=request.resident)


def _one(request: ResidentRequest, claim_id: UUID) -> Claim:
    claims = _own(request).select_related("resident", "member", "grant__period__scheme")
    return get_object_or_404(claims, pk=claim_id)


def _papers(claim: Claim) -> QuerySet[ClaimPaper]:
    return claim.papers.select_related("document").order_by("added_at", "pk")
