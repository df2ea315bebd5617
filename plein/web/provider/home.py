"""The first page of a provider: the code field, news, today's hand-overs, and what waits."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from plein.web.policies import provider_only
from plein.web.products.shelf import ShelfRow
from plein.web.provider.forms import CodeForm
from plein.web.request import ProviderRequest
from plein.webshop.queries.announcements import news_on
from plein.webshop.queries.provider import handed_over_on, latest_versions, not_paid_yet

MOST_NEWS = 3


@provider_only
@require_GET
def home(request: ProviderRequest) -> HttpResponse:
    rows = [ShelfRow(product) for product in latest_versions(request.provider)]
    offered = [row for row in rows if not row.product.is_withdrawn]
    context = {
        "news": news_on(request.provider, request.today)[:MOST_NEWS],
        "form": CodeForm(),
        "handed_over": handed_over_on(request.provider, request.today),
        "talks": [row for row in rows if row.unread],
        "waiting": [row.newest for row in offered if row.waits],
        "rejected": [row.newest for row in offered if row.is_rejected],
        "not_paid": not_paid_yet(request.provider),
    }
    return render(request, "web/provider/home.html", context)
