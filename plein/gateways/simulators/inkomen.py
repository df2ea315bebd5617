"""The registered income that a resident shares once."""

import json

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_POST

from plein.gateways.inkomen.types import Status
from plein.gateways.simulators.answering import JSON, answer
from plein.gateways.simulators.faults import Fault
from plein.gateways.simulators.people import STRANGER, Tree, life_of

_SCRIPT = "<script>alert(1)</script>"


@require_POST
def inkomens(request: HttpRequest) -> HttpResponseBase:
    number = _number(request.body)
    if number is None:
        return HttpResponse(b"{}", status=400, content_type=JSON)

    def build(fault: Fault) -> HttpResponse:
        found = [_changed(one, fault) for one in life_of(number).get("inkomens", [])]
        stopped = fault is Fault.CANCELLED
        shared = {
            "burgerservicenummer": STRANGER if fault is Fault.OTHER_PERSON else number,
            "geannuleerd": stopped,
            "inkomens": [] if stopped or fault is Fault.EMPTY else found,
        }
        return HttpResponse(json.dumps(shared), content_type=JSON)

    return answer("inkomen", number, build)


def _number(body: bytes) -> str | None:
    try:
        return str(json.loads(body)["burgerservicenummer"])
    except (ValueError, KeyError, TypeError):
        return None


def _changed(income: Tree, fault: Fault) -> Tree:
    match fault:
        case Fault.WARNING:
            return income | {"status": Status.IN_ONDERZOEK}
        case Fault.PARTIAL:
            return {name: value for name, value in income.items() if name != "bedrag"}
        case Fault.MARKUP:
            return income | {"status": _SCRIPT}
    return income
