"""Bestellingen: what is open, yes or no, and what was delivered without a code."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from plein.kernel.refusal import Refusal
from plein.web.pages import Pages
from plein.web.policies import provider_only
from plein.web.request import ProviderRequest
from plein.web.sheets import csv_file
from plein.webshop.actions.order_desk import (
    WITHOUT_CODE,
    accept_line,
    decline_line,
    deliver_line,
)
from plein.webshop.models import Fulfilment, LineStatus, OrderLine
from plein.webshop.names import names_for_provider
from plein.webshop.queries.order_desk import FILTERS, HEAD, as_rows, lines_of


@provider_only
@require_GET
def index(request: ProviderRequest) -> HttpResponse:
    state = _state(request)
    names = {
        "open": _("Open"),
        "wacht": _("Wacht op uw antwoord"),
        "klaar": _("Afgerond"),
        "alles": _("Alles"),
    }
    pages = Pages(request, lines_of(request.provider, state), 50)
    context = {"pages": pages, "state": state, "filters": [(key, names[key]) for key in FILTERS]}
    return render(request, "web/provider/orders.html", context)


@provider_only
@require_GET
def sheet(request: ProviderRequest) -> HttpResponse:
    """The same list as a file, without anybody in it."""
    rows = as_rows(lines_of(request.provider, _state(request)))
    return csv_file(f"bestellingen-{request.today:%Y-%m-%d}.csv", HEAD, rows)


@provider_only
@require_http_methods(["GET", "POST"])
def show(request: ProviderRequest, orderline_id: UUID) -> HttpResponse:
    line = get_object_or_404(lines_of(request.provider, "alles"), pk=orderline_id)
    if request.method == "POST":
        try:
            messages.success(request, _act(request, line))
        except Refusal as refusal:
            messages.error(request, str(refusal))
            return redirect("provider-order", line.pk)
        return redirect("provider-orders")
    is_open = line.status == LineStatus.RESERVED
    names = names_for_provider([line], by=request.actor, at=request.now)
    by_code = Fulfilment(line.version.fulfilment) not in WITHOUT_CODE
    context = {
        "line": line,
        "name": names.get(line.pk, ""),
        "can_answer": is_open and line.waits_for_provider,
        "can_decline": is_open,
        "can_deliver": is_open and not line.waits_for_provider and not by_code,
        "by_code": is_open and by_code,
    }
    return render(request, "web/provider/order.html", context)


def _act(request: ProviderRequest, line: OrderLine) -> str:
    act = request.POST.get("act", "")
    if act == "accept":
        accept_line(line, by=request.actor, at=request.now)
        return _("De bestelling is bevestigd.")
    if act == "deliver":
        deliver_line(line, by=request.actor, at=request.now)
        return _("De bestelling is geleverd. De gemeente betaalt u hiervoor.")
    reason = request.POST.get("reason", "")[:300]
    decline_line(line, reason, by=request.actor, at=request.now)
    return _("De bestelling is geweigerd. Het geld is terug bij de klant.")


def _state(request: ProviderRequest) -> str:
    asked = request.GET.get("stand", "open")
    return asked if asked in FILTERS else "open"
