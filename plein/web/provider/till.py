"""De kassa: a code is typed or scanned, handed over, and undone the same day."""

import re
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from plein.kernel.refusal import Refusal
from plein.web.policies import provider_only
from plein.web.provider.forms import CodeForm
from plein.web.provider.guessing import find_within_limit
from plein.web.provider.wares import wares_of
from plein.web.request import ProviderRequest
from plein.webshop.actions.till import NothingToHandOver, hand_over, undo_hand_over
from plein.webshop.models import Pickup
from plein.webshop.names import names_for_provider

_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@provider_only
@require_http_methods(["GET", "POST"])
def till(request: ProviderRequest) -> HttpResponse:
    """One large field. A code that is found leads on by its own id: no code in an address."""
    form = CodeForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            return redirect("till-pickup", _find(request, form.cleaned_data["code"]).pk)
        except Refusal as refusal:
            form.add_error("code", str(refusal))
    status = 422 if form.errors else 200
    return render(request, "web/provider/till.html", {"form": form}, status=status)


def _find(request: ProviderRequest, code: str) -> Pickup:
    return find_within_limit(
        code, provider=request.provider, person=request.provider_user, at=request.now
    )


@provider_only
@require_GET
def pickup(request: ProviderRequest, pickup_id: UUID) -> HttpResponse:
    """What belongs to this code: the product and its state, and no more of the person than a name.

    That only where it was asked and given, for as long as it waits.
    """
    found = _own(request, pickup_id)
    named = found.lines.exclude(name_sealed=b"")
    names = names_for_provider(named, by=request.actor, at=request.now)
    wares = wares_of(found, request.today, names)
    context = {
        "pickup": found,
        "ready": [ware for ware in wares if ware.is_ready],
        "others": [ware for ware in wares if not ware.is_ready],
        "can_undo": any(ware.is_given_on(request.today) for ware in wares),
    }
    return render(request, "web/provider/pickup.html", context)


@provider_only
@require_POST
def give(request: ProviderRequest, pickup_id: UUID) -> HttpResponse:
    found = _own(request, pickup_id)
    try:
        hand_over(found, only=_chosen(request), by=request.actor, at=request.now)
    except NothingToHandOver:
        pass  # after a second click the next page is right as it is: it says what is so
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect("till-done", found.pk)


def _chosen(request: ProviderRequest) -> set[UUID] | None:
    """The lines that were ticked; a form without choices hands over everything."""
    if "kiest" not in request.POST:
        return None
    lines = {line for ware in request.POST.getlist("regels") for line in ware.split()}
    return {UUID(line) for line in lines if _UUID.fullmatch(line)}


@provider_only
@require_GET
def done(request: ProviderRequest, pickup_id: UUID) -> HttpResponse:
    """Right after handing over. Who looks a used code up gets the warning of `pickup` instead."""
    found = _own(request, pickup_id)
    wares = wares_of(found, request.today, names={})
    given = [ware for ware in wares if ware.is_given_on(request.today)]
    if not given:
        return redirect("till-pickup", found.pk)
    total = sum(ware.price for ware in given)
    context = {"pickup": found, "given": given, "total": total}
    return render(request, "web/provider/done.html", context)


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
