"""Vul zelf in: what the resident says, beside what the source says."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from plein.vault.actions.opening import vault_of
from plein.vault.actions.statements import can_be_stated, state
from plein.web.policies import vault_only
from plein.web.request import ResidentRequest
from plein.web.resident.vault.statement_form import StatementForm
from plein.web.resident.vault.value import element_or_404


@vault_only
@require_http_methods(["GET", "POST"])
def edit(request: ResidentRequest, key: str) -> HttpResponse:
    element = element_or_404(key)
    if not can_be_stated(element):
        raise Http404
    form = StatementForm(element, request.POST or None)
    if request.method == "POST" and form.is_valid():
        vault = vault_of(request.resident, at=request.now)
        state(vault, key, form.value(), by=request.resident, at=request.now)
        messages.success(request, _("Wij hebben bewaard wat u invulde."))
        return redirect("vault-value", key)
    status = 422 if form.errors else 200
    context = {"element": element, "form": form}
    return render(request, "web/resident/vault/statement.html", context, status=status)


@vault_only
@require_POST
def take_back(request: ResidentRequest, key: str) -> HttpResponse:
    """What the resident said is gone from now on; the value of the source stays."""
    element_or_404(key)
    vault = vault_of(request.resident, at=request.now)
    state(vault, key, None, by=request.resident, at=request.now)
    messages.success(request, _("Wij gebruiken niet meer wat u zelf invulde."))
    return redirect("vault-value", key)
