"""Gemeenten: which are being started and which are open; and one of them, with what it needs."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from plein.starting.checklist import checklist
from plein.starting.models import Start, Step
from plein.tenants.models import Municipality
from plein.web.municipality.checklist import rows_of, waiting_for
from plein.web.platform.place import address_of, of_start
from plein.web.policies import platform_only
from plein.web.request import PlatformRequest


@platform_only
@require_GET
def home(request: PlatformRequest) -> HttpResponse:
    """Of one that is open its name and nothing else."""
    places = Municipality.objects.order_by("name").only("name", "slug", "host", "is_open")
    context = {
        "starting": [each for each in places if not each.is_open],
        "running": [each for each in places if each.is_open],
        "port": request.get_port(),
    }
    return render(request, "web/platform/home.html", context)


@platform_only
@require_GET
@of_start
def show(request: PlatformRequest, start: Start) -> HttpResponse:
    place, lines = start.municipality, checklist(start)
    context = {
        "start": start,
        "place": place,
        "port": request.get_port(),
        "steps": [(each, address_of(each, start), each in start.kept) for each in Step],
        "next_url": address_of(start.next_step, start) if start.next_step else "",
        "rows": rows_of(
            lines,
            tick_url=lambda item: reverse("platform-tick", args=[place.slug, item]),
            step_url=lambda step: address_of(step, start),
        ),
        "waiting": waiting_for(lines),
    }
    return render(request, "web/platform/start.html", context)
