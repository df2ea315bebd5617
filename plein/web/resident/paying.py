"""Paying the own share: to the payment provider and back, and its message about it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_POST

from plein.gateways.answers import AnswerRefused, SourceUnreachable
from plein.kernel.refusal import Refusal
from plein.vault.credentials.issuer import address_of
from plein.web.policies import public, shopper_or_helped, shopper_or_helper
from plein.web.request import PleinRequest, ResidentRequest
from plein.webshop.actions.own_share import ask_again
from plein.webshop.actions.paying import begin_payment, give_up, hear_of, lapse_unpaid
from plein.webshop.models import LineStatus, Order, OwnSharePayment


def begin(request: ResidentRequest, order: Order) -> bool:
    """Make the payment known to the provider; False when it does not answer now."""
    payment = ask_again(order, by=request.actor, at=request.now)
    here = address_of(request.municipality)
    try:
        begin_payment(
            payment,
            back=here + reverse("paid", args=[order.pk]),
            news=here + reverse("payment-news"),
        )
    except (SourceUnreachable, AnswerRefused):
        return False
    return True


@shopper_or_helped
@require_POST
def pay(request: ResidentRequest, order_id: UUID) -> HttpResponse:
    """Again, after a payment that failed or a provider that was down."""
    order = get_object_or_404(Order, pk=order_id, placed_by=request.resident)
    try:
        if not begin(request, order):
            messages.error(request, _("Betalen lukt nu niet. Probeer het straks opnieuw."))
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect("order", order.pk)


@shopper_or_helped
@require_GET
def paid(request: ResidentRequest, order_id: UUID) -> HttpResponse:
    """The browser is back. We ask ourselves how it went: the message may not have come yet."""
    order = get_object_or_404(Order, pk=order_id, placed_by=request.resident)
    ask_about(order, request)
    if order.lines.filter(status=LineStatus.RESERVED).exists():
        return redirect("order-done", order.pk)
    return redirect("order", order.pk)


def ask_about(order: Order, request: ResidentRequest) -> None:
    """What became of its payments, where the provider answers; and whether its hour is over."""
    for payment in order.payments.filter(status="open").exclude(reference=""):
        try:
            hear_of(payment, at=request.now)
        except (SourceUnreachable, AnswerRefused):
            messages.info(request, _("Wij weten nog niet of u hebt betaald. Kijk zo nog eens."))
    lapse_unpaid(order, at=request.now)


@shopper_or_helper
@require_POST
def stop(request: ResidentRequest, order_id: UUID) -> HttpResponse:
    """Rather not: the whole order ends, and nothing was paid."""
    order = get_object_or_404(Order, pk=order_id, placed_by=request.resident)
    if give_up(order, LineStatus.CANCELLED, by=request.actor, at=request.now):
        messages.success(request, _("De bestelling is geannuleerd. U hoeft niets te betalen."))
    return redirect("order", order.pk)


@public
@csrf_exempt  # the payment provider has no session here, and its message says only: go and ask
@require_POST
def news(request: PleinRequest) -> HttpResponse:
    """Safe to repeat. An id that we do not know gets the same answer as one that we do."""
    reference = request.POST.get("id", "")[:40]
    payment = OwnSharePayment.objects.filter(reference=reference).exclude(reference="").first()
    if payment is None:
        return HttpResponse(status=204)
    try:
        hear_of(payment, at=request.now)
    except (SourceUnreachable, AnswerRefused):
        return HttpResponse(status=503)  # come again later
    return HttpResponse(status=204)
