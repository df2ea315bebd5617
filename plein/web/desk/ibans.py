"""The bank account of a provider: asked by one, approved by another."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from plein.identity.roles import Right
from plein.kernel.refusal import Refusal
from plein.web.policies import staff_may
from plein.web.request import StaffRequest
from plein.webshop.actions.iban import approve_iban, ask_iban, refuse_iban
from plein.webshop.models import IbanChange, Provider


@staff_may(Right.MANAGE_PROVIDERS)
@require_POST
def ask(request: StaffRequest, provider_id: UUID) -> HttpResponse:
    """Staff ask for a provider; a colleague approves."""
    provider = get_object_or_404(Provider, pk=provider_id)
    given = request.POST.get("iban", "")[:40]
    try:
        ask_iban(provider, given, staff=request.staff, by=request.actor, at=request.now)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Een collega moet dit rekeningnummer goedkeuren."))
    return redirect("desk-provider", provider.pk)


@staff_may(Right.MANAGE_PROVIDERS)
@require_POST
def decide(request: StaffRequest, ibanchange_id: UUID) -> HttpResponse:
    change = get_object_or_404(IbanChange, pk=ibanchange_id)
    approves = "approve" in request.POST
    try:
        (approve_iban if approves else refuse_iban)(change, by=request.staff, at=request.now)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        yes, no = _("Wij betalen vanaf nu op dit nummer."), _("Het nummer blijft zoals het was.")
        messages.success(request, yes if approves else no)
    return redirect("desk-provider", change.provider_id)
