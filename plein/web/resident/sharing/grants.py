"""One grant: what goes to whom, who looked under it, and the button to stop."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from plein.audit.queries import looks_at
from plein.kernel.refusal import Refusal
from plein.vault.actions.grants import withdraw
from plein.vault.actions.opening import vault_of
from plein.vault.catalogue import catalogue
from plein.vault.models import GrantState, SharingGrant, UseKind
from plein.vault.queries.shared import grants_of
from plein.web.policies import vault_only
from plein.web.request import ResidentRequest
from plein.web.resident.sharing.kinds import kind_of, state_words

NEWEST = 20


@vault_only
@require_GET
def show(request: ResidentRequest, grant_id: UUID) -> HttpResponse:
    grant = _own(request, grant_id)
    looks = looks_at([request.resident.pk], request.municipality.pk, at=request.now)
    context = {
        "grant": grant,
        "kind": kind_of(grant.use),
        "basis": catalogue().bases[grant.use.basis],
        "elements": [catalogue().words(key) for key in grant.elements],
        "state": state_words(grant, request.now),
        "can_stop": _can_stop(request, grant),
        "looks": looks.filter(grant=str(grant.pk))[:NEWEST],
        "receipts": grant.receipts.order_by("issued_at"),
    }
    return render(request, "web/resident/sharing/grant.html", context)


@vault_only
@require_http_methods(["GET", "POST"])
def stop(request: ResidentRequest, grant_id: UUID) -> HttpResponse:
    """One page to confirm, one click: the next read is refused."""
    grant = _own(request, grant_id)
    if not _can_stop(request, grant):
        return redirect("sharing-grant", grant.pk)
    if request.method == "GET":
        return render(request, "web/resident/sharing/stop.html", {"grant": grant})
    try:
        receipt = withdraw(grant, by=request.actor, at=request.now)
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("sharing-grant", grant.pk)
    return redirect("sharing-done", receipt.pk)


def _can_stop(request: ResidentRequest, grant: SharingGrant) -> bool:
    runs = grant.state_at(request.now) == GrantState.ACTIVE
    return runs and grant.use.kind != UseKind.LAW


def _own(request: ResidentRequest, grant_id: UUID) -> SharingGrant:
    vault = vault_of(request.resident, at=request.now)
    return get_object_or_404(grants_of(vault), pk=grant_id)
