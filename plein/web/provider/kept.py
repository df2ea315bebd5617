"""A provider takes its catalogue back into its own hands."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from plein.web.policies import provider_only
from plein.web.request import ProviderRequest
from plein.webshop.actions.keeping_catalogue import stop_keeping_catalogue


@provider_only
@require_POST
def stop(request: ProviderRequest) -> HttpResponse:
    stop_keeping_catalogue(request.provider, by=request.actor, at=request.now)
    messages.success(request, _("U houdt uw aanbod weer zelf bij."))
    return redirect("provider-business")
