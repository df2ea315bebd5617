"""Aanbieders: who sells here, and letting somebody in."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from plein.identity.roles import Right
from plein.kernel.refusal import Refusal
from plein.tenants.models import Organisation
from plein.web.desk.invitations import EmailIsTaken, invite
from plein.web.fields import IbanField
from plein.web.forms import PleinForm
from plein.web.policies import staff_may
from plein.web.request import StaffRequest
from plein.webshop.actions.catalogue import admit_provider
from plein.webshop.models import Provider, ProviderKind, Scheme, SchemeStatus
from plein.webshop.queries.desk import providers
from plein.webshop.queries.participation import asked_parts, parts_of
from plein.webshop.queries.provider import latest_versions, payments


class ProviderForm(PleinForm):
    kvk = forms.RegexField(
        r"^\d{8}$",
        label=gettext_lazy("KvK-nummer"),
        help_text=gettext_lazy("8 cijfers. Doet de aanbieder al elders mee, dan vinden wij hem."),
        error_messages={"invalid": gettext_lazy("Een KvK-nummer heeft 8 cijfers.")},
    )
    name = forms.CharField(label=gettext_lazy("Naam"), max_length=100)
    kind = forms.ChoiceField(
        label=gettext_lazy("Soort"), choices=ProviderKind.choices, widget=forms.RadioSelect
    )
    iban = IbanField(label=gettext_lazy("Rekeningnummer (IBAN)"))
    address = forms.CharField(label=gettext_lazy("Adres"), max_length=200, required=False)
    person = forms.CharField(label=gettext_lazy("Naam van de eerste gebruiker"), max_length=80)
    email = forms.EmailField(label=gettext_lazy("E-mailadres van de eerste gebruiker"))


@staff_may(Right.MANAGE_PROVIDERS)
@require_GET
def index(request: StaffRequest) -> HttpResponse:
    return render(
        request, "web/desk/providers.html", {"providers": providers(), "asked": asked_parts()[:50]}
    )


@staff_may(Right.MANAGE_PROVIDERS)
@require_http_methods(["GET", "POST"])
def new(request: StaffRequest) -> HttpResponse:
    form = ProviderForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            provider = _admit(request, form.cleaned_data)
        except EmailIsTaken as refusal:
            form.add_error("email", str(refusal))
        except Refusal as refusal:
            form.add_error("kvk", str(refusal))
        else:
            messages.success(
                request, _("De aanbieder doet mee. Inloggen kan via «Wachtwoord vergeten?».")
            )
            return redirect("desk-provider", provider.pk)
    status = 422 if request.method == "POST" else 200
    return render(request, "web/desk/provider_form.html", {"form": form}, status=status)


@transaction.atomic
def _admit(request: StaffRequest, given: dict[str, Any]) -> Provider:
    organisation, _new = Organisation.objects.get_or_create(
        kvk=given["kvk"], defaults={"name": given["name"]}
    )
    provider = admit_provider(
        organisation,
        kind=ProviderKind(given["kind"]),
        iban=given["iban"],
        address=given["address"],
        by=request.actor,
        at=request.now,
    )
    invite(organisation, given["email"], given["person"])
    return provider


@staff_may(Right.MANAGE_PROVIDERS)
@require_GET
def show(request: StaffRequest, provider_id: UUID) -> HttpResponse:
    provider = get_object_or_404(providers(), pk=provider_id)
    context = {
        "provider": provider,
        "products": latest_versions(provider),
        "payments": payments(provider)[:12],
        "parts": parts_of(provider, Scheme.objects.exclude(status=SchemeStatus.CLOSED)),
    }
    return render(request, "web/desk/provider.html", context)
