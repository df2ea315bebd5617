"""Aanmeldingen: a shop or club signed itself up, and staff let it in or say no."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from plein.identity.roles import Right
from plein.kernel.refusal import Refusal
from plein.web.desk.participation import PartForm
from plein.web.policies import staff_may
from plein.web.request import StaffRequest
from plein.webshop.actions.participation import admit_part
from plein.webshop.actions.sign_up import admit_sign_up, refuse_sign_up
from plein.webshop.models import Provider, Scheme, SchemeStatus, SignUp
from plein.webshop.queries.sign_up import known_as


class SignUpForm(PartForm):
    """For which schemes at once, on what terms; or why not."""

    schemes: "forms.ModelMultipleChoiceField[Scheme]" = forms.ModelMultipleChoiceField(
        label=gettext_lazy("Aan welke regelingen doet de aanbieder mee?"),
        queryset=None,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        running = Scheme.objects.exclude(status=SchemeStatus.CLOSED).order_by("name")
        self.fields["schemes"].queryset = running  # type: ignore[attr-defined]


@staff_may(Right.MANAGE_PROVIDERS)
@require_http_methods(["GET", "POST"])
def show(request: StaffRequest, signup_id: UUID) -> HttpResponse:
    kept = get_object_or_404(SignUp, pk=signup_id)
    form = SignUpForm(request.POST or None, initial={"contribution": "0"})
    if request.method == "POST" and form.is_valid():
        try:
            return _decide(request, kept, form)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
    context = {"kept": kept, "form": form, "known": known_as(kept)}
    status = 422 if form.errors else 200
    return render(request, "web/desk/sign_up.html", context, status=status)


def _decide(request: StaffRequest, kept: SignUp, form: SignUpForm) -> HttpResponse:
    if "refuse" in request.POST:
        refuse_sign_up(kept, form.cleaned_data["reason"], by=request.staff, at=request.now)
        messages.success(request, _("De aanmelding is afgewezen. De aanbieder leest waarom."))
        return redirect("desk-providers")
    provider = _admit(request, kept, form)
    messages.success(request, _("De aanbieder doet mee, en hoort dat per e-mail."))
    return redirect("desk-provider", provider.pk)


@transaction.atomic
def _admit(request: StaffRequest, kept: SignUp, form: SignUpForm) -> Provider:
    provider = admit_sign_up(kept, by=request.staff, at=request.now)
    for scheme in form.cleaned_data["schemes"]:
        admit_part(provider, scheme, contribution=form.share, by=request.actor, at=request.now)
    return provider
