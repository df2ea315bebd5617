"""Services in English: for who does not live here yet, or reads no Dutch. Always in English."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import override
from django.views.decorators.http import require_GET

from plein.web.policies import public
from plein.web.public.sdg.shape import authority
from plein.web.request import PleinRequest
from plein.workflows.sdg import ENGLISH, service, services


@public
@require_GET
def index(request: PleinRequest) -> HttpResponse:
    return _in_english(request, "index", {"services": services(request.today)})


@public
@require_GET
def show(request: PleinRequest, slug: str) -> HttpResponse:
    found = service(slug, request.today)
    if found is None:
        raise Http404
    return _in_english(request, "service", {"service": found, "authority": authority(request)})


def _in_english(request: PleinRequest, name: str, context: dict[str, Any]) -> HttpResponse:
    """Whatever language was chosen: the address says that it is English."""
    with override(ENGLISH):
        response = render(request, f"web/public/sdg/{name}.html", context)
    response.headers["Content-Language"] = ENGLISH
    return response
