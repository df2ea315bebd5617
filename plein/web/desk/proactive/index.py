"""Hulp aanbieden: the list per need, the longest waiting first. Nobody is named or ranked."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from plein.identity.roles import Right
from plein.journeys.languages import DUTCH
from plein.proactive.library import needs
from plein.proactive.listing import listed
from plein.proactive.models import HelpOffer
from plein.tenants.models import Module
from plein.web.pages import Pages
from plein.web.policies import staff_may
from plein.web.request import StaffRequest

ON_PAGE = 50


@staff_may(Right.HANDLE_OFFERS, Module.VAULT)
@require_GET
def index(request: StaffRequest) -> HttpResponse:
    chosen = request.GET.get("kies", "")
    rows = listed(request.today)
    if chosen in needs():
        rows = rows.filter(kind=chosen)
    pages = Pages(request, rows, ON_PAGE)
    context = {
        "rows": [_row(each, request) for each in pages.rows],
        "pages": pages,
        "choices": [(key, _title(key), key == chosen) for key in needs()],
        "is_all": chosen not in needs(),
    }
    return render(request, "web/desk/proactive/index.html", context)


def _row(offer: HelpOffer, request: StaffRequest) -> dict[str, Any]:
    return {
        "offer": offer,
        "title": _title(offer.kind),
        "is_own": offer.taken_by_id == request.staff.pk,
        "is_late": offer.is_late_on(request.today),
    }


def _title(key: str) -> str:
    return needs()[key].words_in(DUTCH).title
