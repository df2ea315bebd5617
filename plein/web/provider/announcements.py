"""Nieuws van de gemeente: what is told now, and what was told before."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from plein.web.pages import Pages
from plein.web.policies import provider_only
from plein.web.request import ProviderRequest
from plein.webshop.queries.announcements import news_until


@provider_only
@require_GET
def index(request: ProviderRequest) -> HttpResponse:
    pages = Pages(request, news_until(request.provider, request.today), 10)
    return render(request, "web/provider/announcements.html", {"pages": pages})
