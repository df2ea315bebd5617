"""Hoe wij u bereiken: an address that is proven, and what to use it for."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from plein.delivery.actions.contacts import WrongCode, ask_proof, choose_way, prove, remove_address
from plein.delivery.models import Contact, Way
from plein.delivery.showing import address_of
from plein.gateways.push.vapid import VapidKey
from plein.identity.tries import count_wrong_try, has_tries_left
from plein.kernel.refusal import Refusal
from plein.web.guessing import within_limit
from plein.web.policies import resident_only
from plein.web.request import ResidentRequest
from plein.web.resident.reach.forms import AddressForm, CodeForm, WayForm

MOST_CODES, WINDOW = 5, timedelta(hours=1)


class TooManyCodes(Refusal):
    message = gettext_lazy("U vroeg te vaak een code aan. Probeer het over een uur opnieuw.")


@resident_only
@require_http_methods(["GET", "POST"])
def reach(request: ResidentRequest) -> HttpResponse:
    """A new address is asked here; the old one stays in use until the code came back."""
    form = AddressForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            _ask(request, form.cleaned_data["email"])
        except Refusal as refusal:
            form.add_error("email", str(refusal))
        else:
            return redirect("reach-code")
    return _page(request, form)


def _ask(request: ResidentRequest, email: str) -> None:
    """Nobody can have somebody else's mailbox filled. Raises `TooManyCodes`."""
    who = f"codes:{request.resident.pk}"
    if not has_tries_left(who, most=MOST_CODES, window=WINDOW, at=request.now):
        raise TooManyCodes
    count_wrong_try(who, window=WINDOW, at=request.now)
    ask_proof(request.resident, email, by=request.actor, at=request.now)


@resident_only
@require_http_methods(["GET", "POST"])
def code(request: ResidentRequest) -> HttpResponse:
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            _prove(request, form.cleaned_data["code"])
        except Refusal as refusal:
            form.add_error("code", str(refusal))
        else:
            messages.success(request, _("Gelukt. Wij sturen u voortaan e-mail op dit adres."))
            return redirect("reach")
    status = 422 if form.errors else 200
    return render(request, "web/resident/reach/code.html", {"form": form}, status=status)


def _prove(request: ResidentRequest, given: str) -> None:
    within_limit(
        lambda: prove(request.resident, given, by=request.actor, at=request.now),
        who=f"mailcode:{request.resident.pk}",
        wrong=WrongCode,
        at=request.now,
    )


@resident_only
@require_POST
def choose(request: ResidentRequest) -> HttpResponse:
    form = WayForm(request.POST)
    if not form.is_valid():
        return _page(request, AddressForm(), form)
    given = form.cleaned_data
    try:
        choose_way(
            request.resident,
            Way(given["way"]),
            wants_reminders=given["wants_reminders"],
            by=request.actor,
            at=request.now,
        )
    except Refusal as refusal:
        form.add_error("way", str(refusal))
        return _page(request, AddressForm(), form)
    messages.success(request, _("Wij hebben uw keuze bewaard."))
    return redirect("reach")


@resident_only
@require_POST
def remove(request: ResidentRequest) -> HttpResponse:
    remove_address(request.resident, by=request.actor, at=request.now)
    messages.success(request, _("Uw e-mailadres is weg. Wij schrijven of bellen u voortaan."))
    return redirect("reach")


def _page(
    request: ResidentRequest, form: AddressForm, way_form: WayForm | None = None
) -> HttpResponse:
    contact = Contact.objects.filter(resident=request.resident).first() or Contact()
    chosen: dict[str, Any] = {"way": contact.way, "wants_reminders": contact.wants_reminders}
    address = address_of(request.resident, contact, by=request.actor, at=request.now)
    if address:
        form.fields["email"].label = _("Een ander e-mailadres")
    context = {
        "address": address,
        "waits_for_code": contact.code_until is not None and request.now < contact.code_until,
        "devices": request.resident.devices.all(),
        "push_key": VapidKey(settings.VAPID_KEY).public if settings.VAPID_KEY else "",
        "form": form,
        "way_form": way_form or WayForm(initial=chosen),
    }
    status = 422 if form.errors or (way_form and way_form.errors) else 200
    return render(request, "web/resident/reach/reach.html", context, status=status)
