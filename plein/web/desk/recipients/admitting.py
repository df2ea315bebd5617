"""Let an organisation in, with the first person who can sign in for it."""

from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from plein.identity.invitations import EmailIsTaken, invite
from plein.identity.roles import Right
from plein.kernel.refusal import Refusal
from plein.tenants.models import Organisation
from plein.vault.actions.recipients import admit_recipient
from plein.vault.models import Recipient
from plein.web.forms import PleinForm
from plein.web.policies import staff_may
from plein.web.request import StaffRequest


class RecipientForm(PleinForm):
    kvk = forms.RegexField(
        r"^\d{8}$",
        label=gettext_lazy("KvK-nummer"),
        help_text=gettext_lazy("8 cijfers. Kennen wij de organisatie al, dan vinden wij haar."),
        error_messages={"invalid": gettext_lazy("Een KvK-nummer heeft 8 cijfers.")},
    )
    name = forms.CharField(label=gettext_lazy("Naam"), max_length=100)
    contact = forms.CharField(
        label=gettext_lazy("Waar kan een inwoner met vragen terecht?"),
        help_text=gettext_lazy("Bijvoorbeeld: Bel 0591 00 00 00, op werkdagen."),
        max_length=200,
    )
    may_have_bsn = forms.BooleanField(
        label=gettext_lazy("Mag volgens de wet het burgerservicenummer gebruiken"),
        help_text=gettext_lazy("Alleen voor de overheid en wie een wet dat geeft (Wabb art. 10)."),
        required=False,
    )
    person = forms.CharField(label=gettext_lazy("Naam van de eerste gebruiker"), max_length=80)
    email = forms.EmailField(label=gettext_lazy("E-mailadres van de eerste gebruiker"))


@staff_may(Right.MANAGE_RECIPIENTS)
@require_http_methods(["GET", "POST"])
def new(request: StaffRequest) -> HttpResponse:
    form = RecipientForm(request.POST or None)
    if form.is_valid():
        try:
            recipient = _admit(request, form.cleaned_data)
        except EmailIsTaken as refusal:
            form.add_error("email", str(refusal))
        except Refusal as refusal:
            form.add_error("kvk", str(refusal))
        else:
            messages.success(
                request, _("De organisatie staat op de lijst. Kies nu waarvoor zij mag vragen.")
            )
            return redirect("desk-recipient", recipient.pk)
    status = 422 if form.is_bound else 200
    return render(request, "web/desk/recipients/new.html", {"form": form}, status=status)


@transaction.atomic
def _admit(request: StaffRequest, given: dict[str, Any]) -> Recipient:
    organisation, _is_new = Organisation.objects.get_or_create(
        kvk=given["kvk"], defaults={"name": given["name"]}
    )
    recipient = admit_recipient(
        organisation,
        may_have_bsn=given["may_have_bsn"],
        contact=given["contact"],
        by=request.staff,
        at=request.now,
    )
    invite(organisation, given["email"], given["person"])
    return recipient
