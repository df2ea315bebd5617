"""The first page of a provider: the code field, today's hand-overs, and what waits."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from plein.web.policies import provider_only
from plein.web.provider.forms import CodeForm
from plein.web.request import ProviderRequest
from plein.webshop.models import VersionStatus
from plein.webshop.queries.provider import handed_over_on, latest_versions, not_paid_yet


@provider_only
@require_GET
def home(request: ProviderRequest) -> HttpResponse:
    products = latest_versions(request.provider)
    newest = [product.shown[0] for product in products if product.shown]
    context = {
        "form": CodeForm(),
        "pickups": handed_over_on(request.provider, request.today),
        "waiting": [v for v in newest if v.status == VersionStatus.SUBMITTED],
        "rejected": [v for v in newest if v.status == VersionStatus.REJECTED],
        "not_paid": not_paid_yet(request.provider),
    }
    return render(request, "web/provider/home.html", context)
