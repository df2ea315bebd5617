"""The `free` search of the PDOK Locatieserver v3.1, over the addresses of the demo."""

import json
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_GET

from plein.gateways.simulators.addresses import Known, known_addresses
from plein.gateways.simulators.answering import JSON, answer
from plein.gateways.simulators.faults import EVERYTHING, Fault
from plein.gateways.simulators.people import with_markup

_SCORE, _NEXT_DOOR = 14.2, 0.0009  # degrees
_ELSEWHERE = {"postcode": "1000ZZ", "huis_nlt": "1"}
_CHANGES: dict[Fault, dict[str, Any]] = {
    Fault.OTHER_PERSON: _ELSEWHERE,
    Fault.PARTIAL: {"centroide_ll": None},
}


@require_GET
def free(request: HttpRequest) -> HttpResponseBase:
    words = request.GET.get("q", "").upper().split()
    if not words:
        return HttpResponse(b'{"error": {"code": 400}}', status=400, content_type=JSON)
    fields = request.GET.get("fl", "").split(",")

    def build(fault: Fault) -> HttpResponse:
        docs = [] if fault is Fault.EMPTY else _found(words, fault)
        kept = [{name: value for name, value in doc.items() if name in fields} for doc in docs]
        said = {"numFound": len(kept), "start": 0, "numFoundExact": True, "docs": kept}
        return HttpResponse(json.dumps({"response": said}), content_type=JSON)

    return answer("locatieserver", EVERYTHING, build)


def _found(words: list[str], fault: Fault) -> list[dict[str, Any]]:
    """As the real one does: also what has only the postcode or only the number, below it."""
    scored = [(_matches(known, words), known) for known in known_addresses()]
    best = [known for points, known in sorted(scored, key=lambda each: -each[0]) if points]
    docs = [_doc(known, 0) | _CHANGES.get(fault, {}) for known in best]
    if fault is Fault.SEVERAL:
        docs += [_doc(known, _NEXT_DOOR) for known in best]
    if fault is Fault.MARKUP:
        return [doc | {"huis_nlt": with_markup("a")} for doc in docs]
    return docs


def _matches(known: Known, words: list[str]) -> int:
    return (known.postcode in "".join(words)) + (known.number in words)


def _doc(known: Known, shift: float) -> dict[str, Any]:
    point = known.point
    return {
        "type": "adres",
        "weergavenaam": f"{known.door}, {known.postcode} {known.town}",
        "score": _SCORE,
        "straatnaam": known.street,
        "huis_nlt": known.number,
        "postcode": known.postcode,
        "woonplaatsnaam": known.town,
        "centroide_ll": f"POINT({point.longitude + shift:.8f} {point.latitude:.8f})",
    }
