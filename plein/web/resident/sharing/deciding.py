"""The decision: who asks what, why and for how long, and two buttons that weigh the same."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from plein.kernel.refusal import Refusal
from plein.vault.actions.grants import give
from plein.vault.actions.opening import vault_of
from plein.vault.actions.requests import refuse_request
from plein.vault.catalogue import catalogue
from plein.vault.models import DataUse, ShareRequest, SharingGrant, UseKind, Vault
from plein.vault.queries.recipients import open_uses
from plein.web.policies import vault_only
from plein.web.request import ResidentRequest
from plein.web.resident.sharing.asked import what_is_asked
from plein.web.resident.sharing.decision_form import DecisionForm
from plein.web.resident.sharing.kinds import kind_of

NO = "nee"


@vault_only
@require_http_methods(["GET", "POST"])
def answer(request: ResidentRequest, request_id: UUID) -> HttpResponse:
    """Yes or no to what a recipient asks."""
    vault = vault_of(request.resident, at=request.now)
    asked = get_object_or_404(
        vault.requests.select_related("use__recipient__organisation"), pk=request_id
    )
    if not asked.is_open_on(request.today) or asked.use.kind == UseKind.LAW:
        return _already(asked)
    if request.POST.get("answer") == NO:
        return _refuse(request, asked)
    return _page(request, vault, asked.use, asked)


@vault_only
@require_http_methods(["GET", "POST"])
def give_freely(request: ResidentRequest, use_id: UUID) -> HttpResponse:
    """Give without being asked, for a use that everybody can see."""
    use = get_object_or_404(open_uses().exclude(kind=UseKind.LAW), pk=use_id)
    return _page(request, vault_of(request.resident, at=request.now), use, None)


def _already(asked: ShareRequest) -> HttpResponse:
    """Where the answer can be seen; what expired is simply not there any more."""
    grant = getattr(asked, "grant", None)
    if grant is None:
        raise Http404
    return redirect("sharing-grant", grant.pk)


def _refuse(request: ResidentRequest, asked: ShareRequest) -> HttpResponse:
    try:
        receipt = refuse_request(asked, by=request.actor, at=request.now)
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("sharing")
    return redirect("sharing-done", receipt.pk)


def _page(
    request: ResidentRequest, vault: Vault, use: DataUse, asked: ShareRequest | None
) -> HttpResponse:
    form = DecisionForm(use, request.now, request.POST if request.method == "POST" else None)
    if form.is_valid() and (grant := _give(request, vault, form, asked)):
        return redirect("sharing-done", grant.receipts.get().pk)
    parts = what_is_asked(use, vault, request.resident, request.now)
    form.show_values(parts)
    context = {
        "use": use,
        "asked": asked,
        "vault": vault,
        "kind": kind_of(use),
        "basis": catalogue().bases[use.basis],
        "required": [part for part in parts if part.is_required],
        "knows_all": all(part.is_known for part in parts if part.is_required),
        "form": form,
    }
    status = 422 if form.is_bound else 200
    return render(request, "web/resident/sharing/decide.html", context, status=status)


def _give(
    request: ResidentRequest, vault: Vault, form: DecisionForm, asked: ShareRequest | None
) -> SharingGrant | None:
    """None when it is refused, with the reason on the form."""
    try:
        return give(
            vault,
            form.use,
            form.cleaned_data.get("optional", []),
            form.duration,
            request=asked,
            by=request.actor,
            at=request.now,
        )
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        return None
