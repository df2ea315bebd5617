"""The part of a page that asks the other departments; a page of its own without scripts."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from plein.casestores.actions.reading import states_for
from plein.casestores.asking import ask_case, ask_list
from plein.casestores.models import ForeignCase
from plein.web.policies import resident_or_together
from plein.web.request import ResidentRequest
from plein.web.resident.elsewhere.own import own_stores
from plein.web.resident.elsewhere.shown import elsewhere_shown, is_asked_next, is_under_way

NOTHING_NEW = 204  # the part stays as it is, and asks again


@resident_or_together
@require_GET
def elsewhere(request: ResidentRequest) -> HttpResponse:
    """Asks what is not fresh, at most once at a time; opened only when there is an answer."""
    stores = own_stores(request)
    if "wacht" in request.GET and is_under_way(stores, request.now):
        return HttpResponse(status=NOTHING_NEW)
    if is_asked_next(stores, request.now):
        _ask(request)
        stores = own_stores(request)
    context = {"elsewhere": elsewhere_shown(request, stores)}
    name = "part" if request.htmx else "page"
    return render(request, f"web/resident/elsewhere/{name}.html", context)


def _ask(request: ResidentRequest) -> None:
    for state in states_for(request.resident):
        ask_list(state, at=request.now)
    for case in ForeignCase.objects.filter(state__resident=request.resident).exclude(
        marked_at=None
    ):
        if case.is_marked:
            ask_case(case, at=request.now)
