"""Ik heb een code: the request behind it becomes this resident's to answer."""

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from plein.kernel.refusal import Refusal
from plein.vault.actions.by_law import take_up_code
from plein.vault.actions.opening import vault_of
from plein.vault.actions.requests import UnknownRequestCode
from plein.vault.models import ShareRequest, UseKind
from plein.web.forms import PleinForm
from plein.web.guessing import within_limit
from plein.web.policies import vault_only
from plein.web.request import ResidentRequest


class RequestCodeForm(PleinForm):
    code = forms.CharField(
        label=_("Uw code"),
        help_text=_("8 letters en cijfers. U kreeg de code van de organisatie."),
        max_length=40,
        error_messages={
            "required": _("Vul de code in die u kreeg."),
            "max_length": UnknownRequestCode.message,
        },
        widget=forms.TextInput(
            attrs={
                "autocomplete": "off",
                "autocapitalize": "characters",
                "spellcheck": "false",
                "class": "utrecht-textbox--medium",
            }
        ),
    )


@vault_only
@require_http_methods(["GET", "POST"])
def code(request: ResidentRequest) -> HttpResponse:
    form = RequestCodeForm(request.POST or None)
    if form.is_valid():
        try:
            return _to(_found(request, form.cleaned_data["code"]))
        except Refusal as refusal:
            form.add_error("code", str(refusal))
    status = 422 if form.is_bound else 200
    return render(request, "web/resident/sharing/code.html", {"form": form}, status=status)


def _found(request: ResidentRequest, typed: str) -> ShareRequest:
    vault = vault_of(request.resident, at=request.now)
    return within_limit(
        lambda: take_up_code(vault, typed, by=request.actor, at=request.now),
        who=f"request-code-{request.resident.pk}",
        wrong=UnknownRequestCode,
        at=request.now,
    )


def _to(found: ShareRequest) -> HttpResponse:
    """To the decision; where a law decided, to what is shared."""
    if found.use.kind == UseKind.LAW:
        return redirect("sharing-grant", found.grant.pk)
    return redirect("sharing-request", found.pk)
