"""Voorstel: that the municipality can open; its own beheerder decides."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from plein.kernel.refusal import Refusal
from plein.starting.actions.opening import propose_opening, take_back_proposal
from plein.starting.models import Start
from plein.web.platform.place import of_start
from plein.web.policies import platform_only
from plein.web.request import PlatformRequest


@platform_only
@require_POST
@of_start
def propose(request: PlatformRequest, start: Start) -> HttpResponse:
    done = _("Voorgesteld. Een beheerder van de gemeente opent haar.")
    return _do(request, start, propose_opening, done)


@platform_only
@require_POST
@of_start
def take_back(request: PlatformRequest, start: Start) -> HttpResponse:
    return _do(request, start, take_back_proposal, _("Het voorstel is ingetrokken."))


def _do(
    request: PlatformRequest, start: Start, act: Callable[..., None], done: str
) -> HttpResponse:
    try:
        act(start, by=request.administrator, at=request.now)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, done)
    return redirect("platform-start", start.municipality.slug)
