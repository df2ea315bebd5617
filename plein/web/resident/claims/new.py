"""A new declaratie: sent, or kept for later with the photos that are in order."""

from collections.abc import Sequence
from contextlib import suppress
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from plein.documents.opening import names_of
from plein.documents.receiving import Received
from plein.kernel.refusal import Refusal
from plein.web.policies import shopper_only
from plein.web.request import ResidentRequest
from plein.web.resident.claims.forms import ClaimForm, pots_of, typed_in
from plein.web.resident.claims.own import WHY, own_claims, own_draft
from plein.web.resident.claims.receipts import Kept, chosen, has_receipt, kept_papers
from plein.webshop.actions.claim_drafts import IsSent, keep_draft, send_draft
from plein.webshop.actions.claims import CannotClaim, ReceiptMissing
from plein.webshop.actions.dropping_claim_drafts import remove_receipt
from plein.webshop.claim_draft_words import read_typed
from plein.webshop.claim_words import payee_in, read
from plein.webshop.models import ClaimDraft

REFUSED_AT: dict[type[Refusal], str] = {CannotClaim: "pot", ReceiptMissing: "receipts"}


@shopper_only
@require_http_methods(["GET", "POST"])
def new(request: ResidentRequest) -> HttpResponse:
    """`later` keeps it, `weg` takes one photo away; else it is sent."""
    if request.method == "GET":
        return _begin(request)
    if sent := own_claims(request).filter(key=request.POST.get("key", "")).first():
        messages.info(request, IsSent.message)
        return redirect("claim", sent.pk)
    kept = kept_papers(request)
    files, wrong = chosen(request, kept)
    if "later" in request.POST or "weg" in request.POST:
        return _later(request, files, wrong)
    return _send(request, files, wrong, is_kept=has_receipt(kept))


def _begin(request: ResidentRequest) -> HttpResponse:
    """Or go on with what was kept."""
    draft = own_draft(request)
    if draft is None:
        form = ClaimForm(pots_of(request), initial=_account_of_before(request), has_receipt=False)
        return _page(request, form)
    kept = kept_papers(request)
    typed, names = read_typed(draft, kept, purpose=WHY, by=request.actor, at=request.now)
    initial = {**typed, "key": draft.key}
    form = ClaimForm(pots_of(request), initial=initial, has_receipt=has_receipt(kept))
    return _page(request, form, Kept(draft, kept, names))


def _send(
    request: ResidentRequest, files: list[Received], wrong: list[str], *, is_kept: bool
) -> HttpResponse:
    form = ClaimForm(pots_of(request), request.POST, request.FILES, has_receipt=is_kept)
    for words in wrong:
        form.add_error("receipts", words)
    if form.is_valid():
        try:
            claim = send_draft(
                form.declared(files),
                household=request.household,
                resident=request.resident,
                key=str(form.cleaned_data["key"]),
                by=request.actor,
                at=request.now,
            )
        except Refusal as refusal:
            form.add_error(REFUSED_AT.get(type(refusal), "amount"), str(refusal))
        else:
            messages.success(request, _("Wij hebben uw declaratie ontvangen."))
            return redirect("claim", claim.pk)
    if files or is_kept:
        with suppress(IsSent):
            _keep(request, files)
    return _page(request, form, _kept_now(request), status=422)


def _later(request: ResidentRequest, files: list[Received], wrong: list[str]) -> HttpResponse:
    try:
        _keep(request, files)
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("claims")
    if taken_away := _id_in(request.POST.get("weg", "")):
        remove_receipt(request.resident, taken_away, by=request.actor, at=request.now)
    for words in wrong:
        messages.error(request, words)
    if wrong or taken_away:
        return redirect("claim-new")
    messages.success(request, _("Bewaard. U hebt nog niets verstuurd."))
    return redirect("claims")


def _keep(request: ResidentRequest, files: Sequence[Received]) -> ClaimDraft:
    return keep_draft(
        request.resident,
        typed_in(request.POST),
        files,
        key=str(_id_in(request.POST.get("key", "")) or uuid4()),
        by=request.actor,
        at=request.now,
    )


def _kept_now(request: ResidentRequest) -> Kept | None:
    draft, papers = own_draft(request), kept_papers(request)
    if draft is None:
        return None
    names = names_of(request.resident, papers, purpose=WHY, by=request.actor, at=request.now)
    return Kept(draft, papers, names)


def _page(
    request: ResidentRequest, form: ClaimForm, kept: Kept | None = None, status: int = 200
) -> HttpResponse:
    context = {"form": form, "draft": kept and kept.draft, "papers": kept and kept.shown}
    return render(request, "web/resident/claims/new.html", context, status=status)


def _account_of_before(request: ResidentRequest) -> dict[str, str]:
    """As the last declaratie had it."""
    key = {"key": str(uuid4())}
    last = own_claims(request).exclude(payee_sealed=b"").order_by("-submitted_at").first()
    if last is None:
        return key
    words = read(last, ["payee"], purpose=WHY, by=request.actor, at=request.now)
    payee = payee_in(words["payee"])
    return {**key, "name": payee.name, "iban": payee.iban}


def _id_in(words: str) -> UUID | None:
    try:
        return UUID(words)
    except ValueError:
        return None
