"""Regelingen: for which schemes of this municipality a provider sells, and on what terms."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from plein.kernel.refusal import Refusal
from plein.web.policies import provider_only
from plein.web.request import ProviderRequest
from plein.webshop.actions.participation import ask_part
from plein.webshop.queries.participation import parts_of, schemes_to_sell_for


@provider_only
@require_GET
def index(request: ProviderRequest) -> HttpResponse:
    rows = parts_of(request.provider, schemes_to_sell_for(request.provider))
    return render(request, "web/provider/schemes.html", {"rows": rows})


@provider_only
@require_POST
def ask(request: ProviderRequest, scheme_id: UUID) -> HttpResponse:
    scheme = get_object_or_404(schemes_to_sell_for(request.provider), pk=scheme_id)
    (row,) = parts_of(request.provider, schemes_to_sell_for(request.provider).filter(pk=scheme.pk))
    try:
        if row.can_ask:
            ask_part(request.provider, scheme, by=request.actor, at=request.now)
            messages.success(request, _("Uw vraag is verstuurd. De gemeente beslist."))
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect("provider-schemes")
