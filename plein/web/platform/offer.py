"""Regelingen en aanvragen: what the municipality may take over is laid ready for its own staff."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from plein.authoring.models import SharedJourney
from plein.kernel.refusal import Refusal
from plein.starting.actions.choosing import choose_journey, choose_scheme, leave_out
from plein.starting.models import Chosen, Start, Step
from plein.tenants.models import Municipality
from plein.tenants.scope import within
from plein.web.platform.place import of_start, step_page
from plein.web.policies import platform_only
from plein.web.request import PlatformRequest
from plein.webshop.models import SchemePeriod, SchemeStatus


@platform_only
@require_GET
@of_start
def index(request: PlatformRequest, start: Start) -> HttpResponse:
    chosen = list(Chosen.objects.order_by("kind", "name"))
    known = {(each.host, each.key) for each in chosen}
    shared = SharedJourney.objects.order_by("name", "municipality_name")
    context = {
        "chosen": chosen,
        "journeys": [each for each in shared if (each.host, each.key) not in known],
    }
    return step_page(request, start, Step.OFFER, "offer", **context)


@platform_only
@require_GET
def schemes(request: PlatformRequest, slug: str) -> HttpResponse:
    """What stands open in a municipality: first which, then what."""
    place = get_object_or_404(Municipality, slug=slug, is_open=False)
    others = list(Municipality.objects.filter(is_open=True).order_by("name").only("name", "slug"))
    origin = next((each for each in others if each.slug == request.GET.get("van")), None)
    context = {
        "place": place,
        "others": others,
        "origin": origin,
        "periods": _open_at(origin) if origin else [],
    }
    return render(request, "web/platform/schemes.html", context)


@platform_only
@require_POST
@of_start
def choose(request: PlatformRequest, start: Start) -> HttpResponse:
    by: dict[str, Any] = {"by": request.administrator, "at": request.now}
    try:
        if "van" in request.POST:
            others = Municipality.objects.filter(is_open=True)
            origin = get_object_or_404(others, slug=request.POST["van"])
            choose_scheme(start, origin, _uuid(request.POST.get("regeling", "")), **by)
        else:
            number = request.POST.get("aanvraag", "")
            known = {"pk": number if number.isdecimal() else 0}
            choose_journey(start, get_object_or_404(SharedJourney, **known), **by)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect("platform-aanbod", start.municipality.slug)


@platform_only
@require_POST
@of_start
def leave(request: PlatformRequest, start: Start, chosen_id: UUID) -> HttpResponse:
    chosen = get_object_or_404(Chosen, pk=chosen_id)
    try:
        leave_out(start, chosen, by=request.administrator, at=request.now)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect("platform-aanbod", start.municipality.slug)


def _open_at(origin: Municipality) -> list[SchemePeriod]:
    """What residents there can read as well; the newest period of each scheme."""
    with within(origin):
        found = SchemePeriod.objects.filter(scheme__status=SchemeStatus.OPEN)
        newest = found.select_related("scheme").order_by("scheme__name", "-spend_from")
        return list(newest.distinct("scheme__name"))


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise Http404 from None
