"""Zeg het mij als het er weer is."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from plein.kernel.refusal import Refusal
from plein.web.policies import shopper_only
from plein.web.request import ResidentRequest
from plein.webshop.actions.stock_wishes import ask_for_word, ask_no_word
from plein.webshop.models import ProductVersion


@shopper_only
@require_POST
def toggle(request: ResidentRequest, version_id: UUID) -> HttpResponse:
    """Ask, or rather not: the button says which."""
    version = get_object_or_404(ProductVersion, pk=version_id, status="goedgekeurd")
    if request.POST.get("weg"):
        ask_no_word(request.resident, version.product)
        messages.success(request, _("Wij sturen u hierover geen bericht meer."))
        return redirect("product", version.pk)
    try:
        ask_for_word(request.resident, version.product, at=request.now)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("U krijgt 1 bericht als dit er weer is."))
    return redirect("product", version.pk)
