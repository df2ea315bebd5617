"""De kassa: a code is typed or scanned, handed over, and undone the same day."""

from datetime import timedelta
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from plein.identity.tries import count_wrong_try, has_tries_left
from plein.kernel.clock import local_day
from plein.kernel.refusal import Refusal
from plein.web.policies import provider_only
from plein.web.provider.forms import CodeForm
from plein.web.request import ProviderRequest
from plein.webshop.actions.till import find_pickup, hand_over, undo_hand_over
from plein.webshop.models import LineStatus, OrderLine, Pickup

MOST_TRIES, WINDOW = 10, timedelta(minutes=10)  # of wrong codes


@provider_only
@require_http_methods(["GET", "POST"])
def till(request: ProviderRequest) -> HttpResponse:
    """One large field. A code that is found leads on by its own id: no code in an address."""
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            return redirect("till-pickup", _find(request, form.cleaned_data["code"]).pk)
        except Refusal as refusal:
            form.add_error("code", str(refusal))
    status = 422 if form.errors else 200
    return render(request, "web/provider/till.html", {"form": form}, status=status)


class TooManyTries(Refusal):
    message = _("U vulde te vaak een verkeerde code in. Probeer het over 10 minuten opnieuw.")


def _find(request: ProviderRequest, code: str) -> Pickup:
    """Guessing is limited per person who works the till."""
    who = f"till-{request.provider_user.pk}"
    if not has_tries_left(who, most=MOST_TRIES, window=WINDOW, at=request.now):
        raise TooManyTries
    try:
        return find_pickup(request.provider, code)
    except Refusal:
        count_wrong_try(who, window=WINDOW, at=request.now)
        raise


@provider_only
@require_GET
def pickup(request: ProviderRequest, pickup_id: UUID) -> HttpResponse:
    """What belongs to this code: the product and its state, and nothing about the person."""
    found = _own(request, pickup_id)
    lines = list(found.lines.select_related("version").order_by("version__title", "pk"))
    context = {
        "pickup": found,
        "lines": lines,
        "can_hand_over": any(line.status == LineStatus.RESERVED for line in lines)
        and request.today < found.valid_until,
        "is_expired": request.today >= found.valid_until,
        "can_undo": any(_is_of_today(line, request) for line in lines),
    }
    return render(request, "web/provider/pickup.html", context)


@provider_only
@require_POST
def give(request: ProviderRequest, pickup_id: UUID) -> HttpResponse:
    found = _own(request, pickup_id)
    try:
        hand_over(found, by=request.actor, at=request.now)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Het is meegegeven. De gemeente betaalt u."))
    return redirect("till-pickup", found.pk)


@provider_only
@require_POST
def undo(request: ProviderRequest, pickup_id: UUID) -> HttpResponse:
    found = _own(request, pickup_id)
    try:
        undo_hand_over(found, by=request.actor, at=request.now)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Het is teruggedraaid. De code werkt weer."))
    return redirect("till-pickup", found.pk)


def _own(request: ProviderRequest, pickup_id: UUID) -> Pickup:
    return get_object_or_404(request.provider.pickups, pk=pickup_id)


def _is_of_today(line: OrderLine, request: ProviderRequest) -> bool:
    at = line.handed_over_at
    return at is not None and local_day(at) == request.today
