"""Put something into the scenario, change it, take it out: one small form at a time."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from plein.insight.events import BY_KEY, KINDS, Event, changed
from plein.web.policies import vault_only
from plein.web.request import ResidentRequest
from plein.web.resident.money.looking import Look, look
from plein.web.resident.money.what_if.event_form import EventForm, filled_in
from plein.web.resident.money.what_if.working import Working, begin_anew, working_on

MOST_EVENTS = 12


@vault_only
@require_GET
def choose(request: ResidentRequest) -> HttpResponse:
    """What can happen to a household like this."""
    found, working = look(request), working_on(request)
    if not isinstance(found, Look):
        return redirect("my-money")
    then = changed(found.household, working.events, found.rules)
    context = {
        "kinds": [(kind.key, kind.title) for kind in KINDS if kind.fits(then)],
        "is_full": len(working.events) >= MOST_EVENTS,
    }
    return render(request, "web/resident/money/what_if/choose.html", context)


@vault_only
@require_http_methods(["GET", "POST"])
def add(request: ResidentRequest, kind: str) -> HttpResponse:
    working = working_on(request)
    if kind not in BY_KEY or len(working.events) >= MOST_EVENTS:
        raise Http404
    return _form(request, BY_KEY[kind], working, None)


@vault_only
@require_http_methods(["GET", "POST"])
def change(request: ResidentRequest, number: int) -> HttpResponse:
    working = working_on(request)
    event = _event(working, number)
    return _form(request, type(event), working, event)


@vault_only
@require_POST
def remove(request: ResidentRequest, number: int) -> HttpResponse:
    working = working_on(request)
    working.events.remove(_event(working, number))
    working.keep()
    return redirect("what-if")


@vault_only
@require_POST
def anew(request: ResidentRequest) -> HttpResponse:
    begin_anew(request)
    return redirect("what-if")


def _form(
    request: ResidentRequest, kind: type[Event], working: Working, event: Event | None
) -> HttpResponse:
    found = look(request)
    if not isinstance(found, Look):
        return redirect("my-money")
    form = EventForm(
        request.POST if request.method == "POST" else None,
        kind=kind,
        household=found.household,
        others=[each for each in working.events if each is not event],
        rules=found.rules,
        today=request.today,
        initial=filled_in(event) if event else None,
    )
    if form.is_bound and form.is_valid():
        working.put(form.event(), instead_of=event)
        working.month = working.hours = None  # the result leads to where the change shows
        working.keep()
        return redirect("what-if")
    context: dict[str, Any] = {"form": form, "title": kind.title, "is_change": event is not None}
    status = 422 if form.is_bound else 200
    return render(request, "web/resident/money/what_if/event.html", context, status=status)


def _event(working: Working, number: int) -> Event:
    """By its place in the list, from 1."""
    if not 1 <= number <= len(working.events):
        raise Http404
    return working.events[number - 1]
