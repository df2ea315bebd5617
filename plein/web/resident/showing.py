"""Showing a verklaring: choose what, and hold up a code of five minutes."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from plein.audit.actions import Purpose
from plein.kernel.refusal import Refusal
from plein.kernel.sd_jwt.presenting import claims_in
from plein.kernel.short_code import spaced
from plein.vault.actions.showing import begin_showing
from plein.vault.credentials.codes import code_of
from plein.vault.credentials.issuer import address_of
from plein.vault.credentials.sealed import open_up
from plein.vault.credentials.types import credential_types
from plein.vault.models import Credential, CredentialState, Showing
from plein.web.claim_words import Said, said
from plein.web.policies import resident_only
from plein.web.qr import qr_data_url
from plein.web.request import ResidentRequest
from plein.web.resident.credential_forms import ChosenClaimsForm

LOOKED = Purpose("omdat u uw verklaring bekeek", "AVG artikel 15")


@resident_only
@require_POST
def show(request: ResidentRequest, credential_id: UUID) -> HttpResponse:
    """Make a code for what was chosen."""
    found = get_object_or_404(Credential, pk=credential_id, vault__resident=request.resident)
    if not found.is_usable:
        return redirect("credential", found.pk)
    lines = _lines(request, found, found.names)
    form = ChosenClaimsForm(lines, request.POST)
    if form.is_valid():
        try:
            showing = begin_showing(
                found, form.cleaned_data["names"], by=request.actor, at=request.now
            )
            return redirect("showing", showing.pk)
        except Refusal as refusal:
            form.add_error("names", str(refusal))
    return _page(request, found, lines, form, status=422)


@resident_only
@require_GET
def showing(request: ResidentRequest, showing_id: UUID) -> HttpResponse:
    """The code to hold up, and what the other will see."""
    found = get_object_or_404(
        Showing.objects.select_related("credential__vault"),
        pk=showing_id,
        credential__vault__resident=request.resident,
    )
    context = {"showing": found, "kind": credential_types()[found.credential.type]}
    if found.is_open_at(request.now) and found.credential.state == CredentialState.ISSUED:
        code = spaced(code_of(found))
        address = address_of(request.municipality) + reverse("checking")
        context |= {
            "code": code,
            "qr": qr_data_url(f"{address}?code={code}"),
            "facts": _lines(request, found.credential, found.names),
        }
    return render(request, "web/resident/showing.html", context)


def choose_page(request: ResidentRequest, found: Credential) -> HttpResponse:
    """A verklaring that was made; with its values for as long as it is not over."""
    lines = _lines(request, found, found.names) if found.is_usable else []
    chosen = set(credential_types()[found.type].claims) & set(found.names)
    form = ChosenClaimsForm(lines, initial={"names": list(chosen)})
    return _page(request, found, lines, form)


def _page(
    request: ResidentRequest,
    found: Credential,
    lines: list[Said],
    form: ChosenClaimsForm,
    status: int = 200,
) -> HttpResponse:
    kind = credential_types()[found.type]
    context = {"credential": found, "kind": kind, "facts": lines, "form": form}
    return render(request, "web/resident/credential.html", context, status=status)


def _lines(request: ResidentRequest, found: Credential, names: list[str]) -> list[Said]:
    opened = open_up(found, names, purpose=LOOKED, by=request.actor, at=request.now)
    claims = claims_in(opened.token)
    kept = {name: claims[name] for name in names}
    return said(kept, credential_types()[found.type].all_claims)
