"""What was ordered: the code to show, the state of each line, and cancelling."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import Prefetch
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from plein.kernel.refusal import Refusal
from plein.kernel.short_code import spaced
from plein.web.policies import shopper_or_helped, shopper_or_helper
from plein.web.qr import qr_data_url
from plein.web.request import ResidentRequest
from plein.web.resident.family import Family
from plein.web.resident.order_words import state_words, summary, who_ordered
from plein.web.resident.shop_looks import ORDERS, note_look
from plein.webshop.actions.orders import cancel_line
from plein.webshop.codes import code_of
from plein.webshop.models import LineStatus, Order, OrderLine, Pickup

MOST = 50


@shopper_or_helped
@require_GET
def orders(request: ResidentRequest) -> HttpResponse:
    """The orders of this resident, newest first. Three queries, however many there are."""
    note_look(request, ORDERS)
    lines = OrderLine.objects.select_related("version", "pickup")
    placed = request.resident.orders.order_by("-placed_at").prefetch_related(
        Prefetch("lines", lines), "payments"
    )
    shown = [(each, summary(each), _who(request, each)) for each in placed[:MOST]]
    return render(request, "web/resident/orders.html", {"orders": shown})


def _who(request: ResidentRequest, placed: Order) -> str:
    return who_ordered(placed, to_helper=request.mandate is not None)


@shopper_or_helped
@require_GET
def order(request: ResidentRequest, order_id: UUID) -> HttpResponse:
    return _page(request, order_id, is_new=False)


@shopper_or_helped
@require_GET
def done(request: ResidentRequest, order_id: UUID) -> HttpResponse:
    """The same page, right after ordering: it starts with what happens next."""
    return _page(request, order_id, is_new=True)


def _page(request: ResidentRequest, order_id: UUID, *, is_new: bool) -> HttpResponse:
    placed = get_object_or_404(Order, pk=order_id, placed_by=request.resident)
    payments = list(placed.payments.order_by("-asked_at", "pk"))
    context = {
        "order": placed,
        "who": _who(request, placed),
        "is_new": is_new,
        "parcels": parcels_of(request, placed),
        "payment": payments[0] if payments else None,
    }
    return render(request, "web/resident/order.html", context)


def parcels_of(request: ResidentRequest, placed: Order) -> list[dict[str, Any]]:
    """Per provider, what is or was to be had under one code."""
    note_look(request, ORDERS)
    family = Family(request)
    lines = OrderLine.objects.select_related(
        "version", "variant", "member", "grant__period__scheme"
    )
    pickups = placed.pickups.select_related("provider__organisation").prefetch_related(
        Prefetch("lines", lines.select_related("refund")), "provider__places__hours"
    )
    return [_parcel(request, pickup, family) for pickup in pickups]


def _parcel(request: ResidentRequest, pickup: Pickup, family: Family) -> dict[str, Any]:
    """What waits at one provider, under one code; no code before it is paid."""
    lines = list(pickup.lines.all())
    waits = any(line.status == LineStatus.RESERVED for line in lines)
    code = code_of(request.municipality, pickup) if waits else ""
    return {
        "pickup": pickup,
        "provider": pickup.provider.organisation.name,
        "rows": [
            {
                "line": line,
                "name": family.name_of(line.member),
                "state": state_words(line, pickup),
                "may_return": line.status == LineStatus.HANDED_OVER,
            }
            for line in lines
        ],
        "code": spaced(code) if code else "",
        "qr": qr_data_url(code) if code else "",
        "waits": waits,
    }


@shopper_or_helper
@require_POST
def cancel(request: ResidentRequest, line_id: UUID) -> HttpResponse:
    line = get_object_or_404(OrderLine, pk=line_id, order__placed_by=request.resident)
    try:
        cancel_line(line, by=request.actor, at=request.now)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Het is geannuleerd. Het geld staat weer op uw budget."))
    return redirect("order", line.order_id)
