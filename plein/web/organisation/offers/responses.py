"""One response: opened with a line in the log, and how it went on."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from plein.kernel.refusal import Refusal
from plein.offers.actions.following_up import open_response, set_state
from plein.offers.models import Response, ResponseState
from plein.offers.queries import last_posted
from plein.web.policies import organisation_only
from plein.web.request import OrganisationRequest

OURS = [ResponseState.SPOKEN, ResponseState.PLACED, ResponseState.NOT_PLACED]


@organisation_only
@require_GET
def show(request: OrganisationRequest, response_id: UUID) -> HttpResponse:
    response = _own(request, response_id)
    may = response.MOVES[ResponseState(response.state)]
    context = {
        "response": response,
        "version": last_posted(response.offer),
        "shared": open_response(response, by=request.actor, at=request.now),
        "states": [state for state in OURS if state in may],
    }
    return render(request, "web/organisation/offers/response.html", context)


@organisation_only
@require_POST
def mark(request: OrganisationRequest, response_id: UUID) -> HttpResponse:
    response, state = _own(request, response_id), request.POST.get("stand", "")
    if state not in OURS:
        raise Http404
    try:
        set_state(response, ResponseState(state), by=request.actor, at=request.now)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Bewaard. De inwoner ziet dit ook."))
    return redirect("organisation-response", response_id)


def _own(request: OrganisationRequest, response_id: UUID) -> Response:
    own = Response.objects.filter(offer__recipient=request.recipient)
    return get_object_or_404(own.select_related("resident", "offer"), pk=response_id)
