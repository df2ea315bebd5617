"""What the municipality wants to help this resident with: why, and yes please or no thanks."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from plein.journeys.languages import DUTCH
from plein.kernel.refusal import Refusal
from plein.proactive.actions.answering import say_no, say_yes
from plein.proactive.actions.opening import own_offer
from plein.proactive.library import needs
from plein.proactive.listing import offered_to
from plein.proactive.models import HelpOffer
from plein.proactive.register import data_of
from plein.web.policies import vault_only
from plein.web.request import ResidentRequest


@vault_only
@require_GET
def index(request: ResidentRequest) -> HttpResponse:
    """Nothing is read for it: why stands on the page of each."""
    rows = [
        {"offer": each, "title": needs()[each.kind].words_in(get_language() or DUTCH).title}
        for each in offered_to(request.resident, request.today)
    ]
    return render(request, "web/resident/proactive/index.html", {"rows": rows})


@vault_only
@require_GET
def show(request: ResidentRequest, helpoffer_id: UUID) -> HttpResponse:
    context = _context(request, _own(request, helpoffer_id))
    return render(request, "web/resident/proactive/one.html", context)


@vault_only
@require_POST
def yes(request: ResidentRequest, helpoffer_id: UUID) -> HttpResponse:
    try:
        talk = say_yes(_own(request, helpoffer_id), request.resident, at=request.now)
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("help-offers")
    messages.success(request, _("Wij hebben uw bericht. Wij antwoorden u hier."))
    return redirect("talk", talk.pk)


@vault_only
@require_POST
def no(request: ResidentRequest, helpoffer_id: UUID) -> HttpResponse:
    offer = _own(request, helpoffer_id)
    topic = needs()[offer.kind].topic.label
    try:
        say_no(offer, request.resident, at=request.now)
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("help-offers")
    said = _("Goed. U krijgt geen tips en geen aanbod meer over: {topic}.")
    messages.success(request, said.format(topic=topic))
    return redirect("help-offers")


def _own(request: ResidentRequest, helpoffer_id: UUID) -> HelpOffer:
    rows = offered_to(request.resident, request.today).select_related("resident__vault")
    return get_object_or_404(rows, pk=helpoffer_id)


def _context(request: ResidentRequest, offer: HelpOffer) -> dict[str, Any]:
    need, language = needs()[offer.kind], get_language() or DUTCH
    found = own_offer(offer, at=request.now)
    return {
        "offer": offer,
        "title": need.words_in(language).title,
        "reason": found.reason_in(language) if found else "",
        "data": data_of(need),
        "topic": need.topic.label,
    }
