"""Vorderingenoverzicht Rijk: one document per organisation."""

import json
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.views.decorators.http import require_POST

from plein.gateways.partial_date import PartialDate
from plein.gateways.simulators.answering import JSON, answer
from plein.gateways.simulators.faults import Fault
from plein.gateways.simulators.people import STRANGER, Tree, life_of
from plein.gateways.vorderingen.client import Organisatie

_SCRIPT = "<script>alert(1)</script>"
_KIND = "gebeurtenis_type"
_IMPOSED = "FinancieleVerplichtingOpgelegd"
_ERROR = 100  # cents by which a doubtful document is off


@require_POST
def document(request: HttpRequest, organisation: str) -> HttpResponseBase:
    number = _number(request.body)
    if number is None or organisation not in list(Organisatie):
        return HttpResponse(b"{}", status=400, content_type=JSON)

    def build(fault: Fault) -> HttpResponse:
        claims = life_of(number).get("vorderingen", {}).get(organisation, [])
        told = STRANGER if fault is Fault.OTHER_PERSON else number
        zaken = [] if fault is Fault.EMPTY else [_zaak(one, told, fault) for one in claims]
        return HttpResponse(json.dumps(_wrapped(zaken, told, organisation)), content_type=JSON)

    return answer(f"vorderingen/{organisation}", number, build)


def _number(body: bytes) -> str | None:
    try:
        return str(json.loads(body)["bsn"])
    except (ValueError, KeyError, TypeError):
        return None


def _wrapped(zaken: list[Tree], number: str, organisation: str) -> Tree:
    body = {
        "aangeleverd_door": organisation,
        "document_datumtijd": timezone.now().isoformat(),
        "bsn": number,
        "financiele_zaken": zaken,
    }
    return {"type": "FINANCIAL_CLAIMS_INFORMATION_DOCUMENT", "version": "4", "body": body}


def _zaak(claim: Tree, number: str, fault: Fault) -> Tree:
    mark = claim["zaakkenmerk"]
    events = [
        _event(event, f"{mark}-{nth}", mark, number)
        for nth, event in enumerate(claim["gebeurtenissen"], start=1)
    ]
    if fault is Fault.PARTIAL:
        events = events[:-1] or events
    if fault is Fault.MARKUP:
        events = [one | {"omschrijving": _SCRIPT} for one in events]
    saldo = claim["saldo"] + (_ERROR if fault is Fault.WARNING else 0)
    return {"zaakkenmerk": mark, "saldo": saldo, "gebeurtenissen": events}


def _event(event: Tree, mark: str, zaak: str, number: str) -> Tree:
    """In `people.yaml` an event is its kind, its day (`op`) and its own fields.

    It refers to another event of the same claim by number, in the order in which they stand.
    """
    own = {name: _value(name, value, zaak) for name, value in event.items() if name != "op"}
    whose = {"bsn": number} if event[_KIND] == _IMPOSED else {}
    moment = {"datumtijd_gebeurtenis": _moment(event["op"])}
    return {"gebeurtenis_kenmerk": mark, "zaakkenmerk": zaak, **moment, **whose, **own}


def _value(name: str, value: Any, zaak: str) -> Any:
    match value:
        case PartialDate():
            return _moment(value) if name.startswith("datumtijd") else str(value)
        case int() if "kenmerk" in name:
            return f"{zaak}-{value}"
    return value


def _moment(day: PartialDate) -> str:
    return f"{day}T12:00:00+01:00"
