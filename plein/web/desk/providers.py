"""Aanbieders: who sells here, and letting somebody in."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from plein.identity.invitations import EmailIsTaken, invite
from plein.identity.roles import Right
from plein.kernel.refusal import Refusal
from plein.tenants.models import Organisation
from plein.web.policies import staff_may
from plein.web.provider_form import ProviderForm
from plein.web.request import StaffRequest
from plein.webshop.actions.catalogue import admit_provider
from plein.webshop.models import Provider, ProviderKind, Scheme, SchemeStatus
from plein.webshop.queries.desk import providers
from plein.webshop.queries.participation import asked_parts, parts_of
from plein.webshop.queries.provider import latest_versions, payments
from plein.webshop.queries.sign_up import iban_changes, sign_ups, waiting_iban


@staff_may(Right.MANAGE_PROVIDERS)
@require_GET
def index(request: StaffRequest) -> HttpResponse:
    context = {
        "providers": providers(),
        "sign_ups": sign_ups()[:50],
        "iban_changes": iban_changes()[:50],
        "asked": asked_parts()[:50],
        "may_announce": request.staff.may(Right.REVIEW_PRODUCTS),
    }
    return render(request, "web/desk/providers.html", context)


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
        "may_offer": provider.kept_by_municipality and request.staff.may(Right.REVIEW_PRODUCTS),
        "products": latest_versions(provider),
        "payments": payments(provider)[:12],
        "iban_change": waiting_iban(provider),
        "places": provider.places.prefetch_related("hours"),
        "parts": parts_of(provider, Scheme.objects.exclude(status=SchemeStatus.CLOSED)),
    }
    return render(request, "web/desk/provider.html", context)
