"""A payment provider: its interface, and the page on which somebody pays or does not."""

import json
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from threading import Timer
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseNotFound, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.utils.html import format_html, format_html_join
from django.views.decorators.http import require_GET, require_POST

from plein.gateways.back_channel import CallFailed, call
from plein.gateways.checkout.types import State, as_amount
from plein.gateways.deadline import Deadline
from plein.gateways.simulators.answering import JSON, answer
from plein.gateways.simulators.checkout_memory import Taken, till
from plein.gateways.simulators.faults import Fault

_SOON = 0.5  # seconds: the message comes when the browser is back already
_PATIENCE = 5.0


@require_POST
def payments(request: HttpRequest) -> HttpResponseBase:
    asked = _asked(request)
    cents = _cents(asked)
    if not _is_known(request):
        return HttpResponse(status=401)
    if not cents or not asked.get("redirectUrl") or not asked.get("webhookUrl"):
        return _problem("amount, redirectUrl of webhookUrl ontbreekt")
    new = Taken(cents, asked.get("description", ""), asked["redirectUrl"], asked["webhookUrl"])
    taken = till.take(request.headers.get("Idempotency-Key", ""), new)
    return _answer(taken.id, lambda: _as_json(request, taken), status=201)


@require_GET
def payment(request: HttpRequest, reference: str) -> HttpResponseBase:
    if not _is_known(request):
        return HttpResponse(status=401)
    taken = till.find(reference)
    if taken is None:
        return HttpResponseNotFound()
    return _answer(reference, lambda: _as_json(request, taken))


@require_POST
def refunds(request: HttpRequest, reference: str) -> HttpResponseBase:
    if not _is_known(request):
        return HttpResponse(status=401)
    taken, cents = till.find(reference), _cents(_asked(request))
    if taken is None or not cents:
        return HttpResponseNotFound()
    given = till.give_back(taken, request.headers.get("Idempotency-Key", ""), cents)
    if given is None:
        return _problem("meer dan er betaald is")
    return _answer(reference, lambda: {"id": given[0], "amount": as_amount(given[1])}, status=201)


CHOICES = {
    "betaal": ("Betaal", State.PAID, "na"),
    "betaal-eerst-bericht": ("Betaal, het bericht komt eerder dan u", State.PAID, "voor"),
    "betaal-twee-berichten": ("Betaal, het bericht komt twee keer", State.PAID, "twee"),
    "betaal-geen-bericht": ("Betaal, er komt nooit een bericht", State.PAID, "nooit"),
    "bezig": ("De bank weet het nog niet", State.PENDING, "na"),
    "weiger": ("De bank weigert", State.FAILED, "na"),
    "annuleer": ("Annuleer", State.CANCELLED, "na"),
    "verloop": ("Laat de betaling verlopen", State.EXPIRED, "na"),
}


@require_GET
def page(request: HttpRequest, reference: str) -> HttpResponse:
    """Every button is a way in which it can go; nothing here is real."""
    taken = till.find(reference)
    if taken is None:
        return HttpResponseNotFound()
    ways = [(reference, key, label) for key, (label, *_) in CHOICES.items()]
    buttons = format_html_join("", '<p><a href="{0}/{1}">{2}</a></p>', ways)
    amount = as_amount(taken.cents)["value"].replace(".", ",")
    title = "Betalen (nagebootst)"
    return HttpResponse(
        format_html(
            '<!doctype html><html lang="nl"><head><meta charset="utf-8">'
            '<meta name="viewport" content="width=device-width"><title>{0}</title></head>'
            "<body><main><h1>{0}</h1><p>€ {1} voor {2}</p>{3}</main></body></html>",
            title,
            amount,
            taken.description,
            buttons,
        )
    )


@require_GET
def choose(request: HttpRequest, reference: str, way: str) -> HttpResponse:
    """It goes as was chosen, the message is sent, and the browser goes back."""
    taken = till.find(reference)
    if taken is None or way not in CHOICES:
        return HttpResponseNotFound()
    _label, state, when = CHOICES[way]
    if taken.state in {State.OPEN, State.PENDING}:
        taken.state = state
    if when in {"voor", "twee"}:
        _tell(taken)
    if when in {"na", "twee"}:
        Timer(_SOON, _tell, [taken]).start()
    return HttpResponseRedirect(taken.back)


def _tell(taken: Taken) -> None:
    """Only which payment; a receiver that is down hears nothing more in the demo."""
    try:
        call(
            "POST",
            taken.news,
            deadline=Deadline.after(_PATIENCE),
            largest=64 * 1024,
            content=urlencode({"id": taken.id}).encode(),
            headers={"Content-Type": "application/x-www-form-urlencoded"},
        )
    except CallFailed:
        return


def _as_json(request: HttpRequest, taken: Taken) -> dict[str, object]:
    page_url = request.build_absolute_uri(f"/checkout/pay/{taken.id}")
    links = {"checkout": {"href": page_url}} if taken.state == State.OPEN else {}
    return {
        "id": taken.id,
        "status": taken.state,
        "amount": as_amount(taken.cents),
        "description": taken.description,
        "_links": links,
    }


def _answer(
    reference: str, build: Callable[[], dict[str, object]], status: int = 200
) -> HttpResponseBase:
    def said(_fault: Fault) -> HttpResponse:
        return HttpResponse(json.dumps(build()), content_type=JSON, status=status)

    return answer("checkout", reference, said)


def _asked(request: HttpRequest) -> dict[str, Any]:
    try:
        asked = json.loads(request.body)
    except ValueError:
        return {}
    return asked if isinstance(asked, dict) else {}


def _cents(asked: dict[str, Any]) -> int:
    amount = asked.get("amount")
    try:
        return int(Decimal(str(amount["value"])) * 100) if isinstance(amount, dict) else 0
    except (KeyError, InvalidOperation):
        return 0


def _is_known(request: HttpRequest) -> bool:
    return request.headers.get("Authorization", "").removeprefix("Bearer ") != ""


def _problem(detail: str) -> HttpResponse:
    return HttpResponse(json.dumps({"detail": detail}), content_type=JSON, status=422)
