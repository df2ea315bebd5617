"""Mijn 18: what to arrange, until when, what is done, and who may look along. Kept nowhere."""

from collections.abc import Iterable
from itertools import chain
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from plein.content.eighteen import EVENT, Eighteen, eighteen_of, is_wanted
from plein.content.library import shown_on
from plein.content.life_events import LIFE_EVENTS
from plein.content.timeline import Moment, timeline
from plein.content.tips.standing import standing_of
from plein.web.policies import vault_only
from plein.web.public.information.moments import calendar_of, shown_parts
from plein.web.request import ResidentRequest
from plein.web.resident.eighteen.doing import doing_of


@vault_only
@require_GET
def show(request: ResidentRequest) -> HttpResponse:
    """Who turned this topic off is asked nothing: then nothing was opened either."""
    if not is_wanted(standing_of(request.resident, request.today)):
        return render(request, "web/resident/eighteen/not_now.html", {"is_off": True})
    own = eighteen_of(request.resident, at=request.now)
    if own is None or not own.shows_on(request.today):
        return render(request, "web/resident/eighteen/not_now.html", {"own": own})
    return render(request, "web/resident/eighteen/page.html", _context(request, own))


@vault_only
@require_GET
def for_calendar(request: ResidentRequest) -> HttpResponse:
    is_on = is_wanted(standing_of(request.resident, request.today))
    own = eighteen_of(request.resident, at=request.now) if is_on else None
    if own is None or not own.shows_on(request.today):
        raise Http404
    return calendar_of(request, EVENT, _moments(request, own))


def _moments(request: ResidentRequest, own: Eighteen) -> Iterable[Moment]:
    return chain(*timeline(shown_on(request.today), EVENT, own.on).values())


def _context(request: ResidentRequest, own: Eighteen) -> dict[str, Any]:
    found = timeline(shown_on(request.today), EVENT, own.on)
    parts = shown_parts(found, LIFE_EVENTS[EVENT], request.today)
    doing = doing_of(request.resident)
    for each in chain(*(part["moments"] for part in parts)):
        each["doing"] = doing.of(each["moment"])
    return {
        "event": EVENT,
        "on": own.on,
        "is_reached": own.is_reached_on(request.today),
        "until": own.until,
        "parts": parts,
        "has_weights": True,
        "shows_law": True,
        "plan": doing.plan,
    }
