"""A page about one municipality that is being started, and where its guide goes on.

Inside such a page both walls stand open for that municipality, so what has opened is not found.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from plein.starting.models import Start, Step
from plein.tenants.models import Municipality
from plein.tenants.scope import within
from plein.web.request import PlatformRequest

OPTIONAL = {Step.LOGO, Step.OFFER, Step.DIGID}  # the guide may go past these


def of_start(
    view: Callable[Concatenate[PlatformRequest, Start, ...], HttpResponseBase],
) -> Callable[Concatenate[PlatformRequest, str, ...], HttpResponseBase]:
    """Raises `Http404` for a municipality that is open, or was never started here."""

    @wraps(view)
    def inside(request: PlatformRequest, slug: str, **given: Any) -> HttpResponseBase:
        place = get_object_or_404(Municipality, slug=slug, is_open=False)
        with within(place):
            start = get_object_or_404(Start)
            start.municipality = place
            return view(request, start, **given)

    return inside


def address_of(step: Step, start: Start) -> str:
    return reverse(f"platform-{step.value}", args=[start.municipality.slug])


def go_on(request: PlatformRequest, start: Start, step: Step) -> HttpResponse:
    """What was filled in is kept; the next step that nobody kept yet follows."""
    messages.success(request, _("Bewaard."))
    return redirect(_next(start, step))


def step_page(
    request: PlatformRequest, start: Start, step: Step, page: str, **context: Any
) -> HttpResponse:
    """The page of a step; 422 where its form was not right."""
    form = context.get("form")
    number = list(Step).index(step) + 1
    context |= {
        "start": start,
        "place": start.municipality,
        "step": step,
        "number": number,
        "of": len(Step),
        "skip_url": _next(start, step) if step in OPTIONAL else "",
    }
    status = 422 if form is not None and form.errors else 200
    return render(request, f"web/platform/{page}.html", context, status=status)


def _next(start: Start, step: Step) -> str:
    later = list(Step)[list(Step).index(step) + 1 :]
    following = next((each for each in later if each not in start.kept), None)
    if following is None:
        return reverse("platform-start", args=[start.municipality.slug])
    return address_of(following, start)
