"""The services of Suwinet-Inlezen that we ask, with all the forms an answer can have."""

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_POST

from plein.gateways.answers import AnswerRefused
from plein.gateways.simulators.answering import XML, answer
from plein.gateways.simulators.faults import Fault
from plein.gateways.simulators.people import STRANGER, Tree, with_markup
from plein.gateways.simulators.suwinet_contents import REQUIRED, client_of, owner_of
from plein.gateways.simulators.suwinet_xml import write_answer, write_fault
from plein.gateways.suwinet import services
from plein.gateways.suwinet.envelope import SOAP
from plein.gateways.suwinet.services import OPERATIONS, Operation
from plein.gateways.xml import parse_xml, plain

_NAMES = {
    services.UWV: "uwv",
    services.SVB: "svb",
    services.DUO_PERSOON: "duo",
    services.DUO_STUDIEFINANCIERING: "duo",
    services.RDW_PERSOON: "rdw",
    services.RDW_KENTEKEN: "rdw",
    services.KADASTER: "kadaster",
    services.BIJSTAND: "bijstand",
}
_MAYBE_OLD = ("Waarschuwing", "Deze gegevens zijn misschien niet meer juist.")
_NOT_ALL = ("Informatie", "Niet alle gegevens konden worden geleverd.")
_BROKEN = ("Fout", "De bron kan de vraag nu niet beantwoorden.")


@require_POST
def service(request: HttpRequest, service: str) -> HttpResponseBase:
    asked = _asked(request.body, service)
    if asked is None:
        return HttpResponse(write_fault("Client"), status=500, content_type=XML)
    operation, question = asked
    number = question.get("Burgerservicenr") or owner_of(question.get("KentekenVoertuig", ""))

    def build(fault: Fault) -> HttpResponse:
        if fault is Fault.FAILED and operation is services.UWV:
            return HttpResponse(write_fault("Server"), status=500, content_type=XML)
        return HttpResponse(_written(operation, number, fault), content_type=XML)

    return answer(f"suwinet/{_NAMES[operation]}", number, build)


def _asked(body: bytes, path: str) -> tuple[Operation, dict[str, str]] | None:
    try:
        inside = list(parse_xml(body).iterfind(f"{SOAP}Body/*"))
        question = {name: str(values[0]) for name, values in plain(inside[0]).items()}
    except (AnswerRefused, IndexError):
        return None
    for operation in OPERATIONS:
        if operation.service.path == path and operation.question == inside[0].tag:
            return operation, question
    return None


def _written(operation: Operation, number: str, fault: Fault) -> bytes:
    known = client_of(operation, number)
    bare = {"Burgerservicenr": number} | REQUIRED.get(operation, {})
    said: dict[Fault, tuple[Tree | None, tuple[str, str] | None]] = {
        Fault.FAILED: (None, _BROKEN),
        Fault.EMPTY: (None, None),
        Fault.PARTIAL: (bare, _NOT_ALL),
        Fault.WARNING: (known, _MAYBE_OLD),
        Fault.OTHER_PERSON: (bare | {"Burgerservicenr": STRANGER}, None),
        Fault.MARKUP: (with_markup(known), None),
    }
    return write_answer(operation, *said.get(fault, (known, None)))
