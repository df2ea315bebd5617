"""Mijn verklaringen: make one, look at it, set it still, make it stop."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from plein.kernel.refusal import Refusal
from plein.vault.actions.credential_states import (
    resume_credential,
    revoke_credential,
    suspend_credential,
)
from plein.vault.actions.credentials import (
    issue_credential,
    request_credential,
    what_it_would_say,
)
from plein.vault.actions.opening import vault_of
from plein.vault.catalogue import catalogue
from plein.vault.credentials.types import credential_types
from plein.vault.models import Credential, CredentialState
from plein.web.claim_words import said
from plein.web.policies import resident_only
from plein.web.request import ResidentRequest
from plein.web.resident.credential_forms import KindForm
from plein.web.resident.showing import choose_page


@resident_only
@require_http_methods(["GET", "POST"])
def credentials(request: ResidentRequest) -> HttpResponse:
    """What there is, and the choice of a new one."""
    form = KindForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        kind = credential_types()[form.cleaned_data["kind"]]
        vault = vault_of(request.resident, at=request.now)
        asked = request_credential(vault, kind, by=request.actor, at=request.now)
        return redirect("credential", asked.pk)
    made = own_credentials(request).exclude(state=CredentialState.REQUESTED)
    rows = [(each, credential_types()[each.type]) for each in made.order_by("-issued_at")]
    return render(
        request,
        "web/resident/credentials.html",
        {"form": form, "rows": rows},
        status=422 if form.errors else 200,
    )


@resident_only
@require_GET
def credential(request: ResidentRequest, credential_id: UUID) -> HttpResponse:
    """Before it is made: what would be in it. After that: what it says, and showing it."""
    found = get_object_or_404(own_credentials(request), pk=credential_id)
    if found.state != CredentialState.REQUESTED:
        return choose_page(request, found)
    kind = credential_types()[found.type]
    offer = what_it_would_say(found, resident=request.resident, at=request.now)
    claims = offer.claims if offer else {}
    unknown = [catalogue().words(name) for name in kind.all_claims if name not in claims]
    context = {
        "credential": found,
        "kind": kind,
        "offer": offer,
        "facts": said(claims, kind.all_claims),
        "unknown": unknown,
    }
    return render(request, "web/resident/credential_new.html", context)


@resident_only
@require_POST
def make(request: ResidentRequest, credential_id: UUID) -> HttpResponse:
    found = get_object_or_404(own_credentials(request), pk=credential_id)
    try:
        issue_credential(found, resident=request.resident, at=request.now)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Uw verklaring is klaar. U kunt haar nu laten zien."))
    return redirect("credential", found.pk)


@resident_only
@require_POST
def suspend(request: ResidentRequest, credential_id: UUID) -> HttpResponse:
    words = _("Uw verklaring staat stil. Zij geldt nu niet.")
    return _change(request, credential_id, suspend_credential, words)


@resident_only
@require_POST
def resume(request: ResidentRequest, credential_id: UUID) -> HttpResponse:
    return _change(request, credential_id, resume_credential, _("Uw verklaring geldt weer."))


@resident_only
@require_POST
def stop(request: ResidentRequest, credential_id: UUID) -> HttpResponse:
    words = _("Uw verklaring is gestopt. Wie haar nu controleert, ziet: geldig nee.")
    return _change(request, credential_id, revoke_credential, words)


def _change(
    request: ResidentRequest, credential_id: UUID, change: Callable[..., None], words: str
) -> HttpResponse:
    found = get_object_or_404(own_credentials(request), pk=credential_id)
    try:
        change(found, by=request.actor, at=request.now)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, words)
    return redirect("credential", found.pk)


def own_credentials(request: ResidentRequest) -> QuerySet[Credential]:
    return Credential.objects.filter(vault__resident=request.resident).select_related("vault")
