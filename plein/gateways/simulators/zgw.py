"""A case store as Open Zaak is one: strict at the door, and stations in descending order."""

import json

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.http import quote_etag
from django.views.decorators.http import require_GET, require_POST

from plein.gateways.simulators.answering import JSON, answer
from plein.gateways.simulators.faults import Fault
from plein.gateways.simulators.people import STRANGER, Tree, with_markup
from plein.gateways.simulators.zgw_door import as_json, guarded, not_found, unknown_names
from plein.gateways.simulators.zgw_paper import paper
from plein.gateways.simulators.zgw_shapes import RANKS, Shapes, all_cases, key_of

PER_PAGE = 2  # few, so that the demo has more than one page
_BSN = "rol__betrokkeneIdentificatie__natuurlijkPersoon__inpBsn"
_KNOWN = {_BSN, "rol__betrokkeneType", "rol__omschrijvingGeneriek", "ordering", "expand"} | {
    "maximaleVertrouwelijkheidaanduiding",
    "uuid__in",
}


@require_POST
@guarded(has_crs=True)
def search(request: HttpRequest) -> HttpResponseBase:
    asked = json.loads(request.body)
    if unknown := set(asked) - _KNOWN:
        return unknown_names(unknown)
    highest = RANKS.index(asked.get("maximaleVertrouwelijkheidaanduiding", RANKS[0]))
    bsn = asked.get(_BSN, "")

    def build(fault: Fault) -> HttpResponse:
        found = [
            case
            for case in all_cases()
            if case["bsn"] == bsn and RANKS.index(case["vertrouwelijk"]) <= highest
        ]
        if fault is Fault.OTHER_PERSON:
            found = [{**case, "bsn": STRANGER} for case in found]
        shapes = Shapes(request)
        rows = [shapes.zaak(case, asked.get("expand", [])) for case in found]
        return _page(request, [] if fault is Fault.EMPTY else rows, fault)

    return answer("zgw/zaken", bsn, build)


@require_GET
@guarded(has_crs=True)
def zaak(request: HttpRequest, key: object) -> HttpResponseBase:
    case = next((case for case in all_cases() if case["uuid"] == str(key)), None)
    if case is None:
        return not_found()
    expand = request.GET.get("expand", "")
    found = Shapes(request).zaak(case, expand.split(",") if expand else [])
    return answer("zgw/zaken", case["bsn"], lambda fault: _tagged(request, found, fault))


@require_GET
@guarded()
def statuses(request: HttpRequest) -> HttpResponseBase:
    case = _case_in(request)
    rows = Shapes(request).statuses(case)[::-1] if case else []
    return answer("zgw/statussen", _bsn(case), lambda fault: _page(request, rows, fault))


@require_GET
@guarded()
def links(request: HttpRequest) -> HttpResponseBase:
    """A plain list in this standard."""
    case, shapes = _case_in(request), Shapes(request)
    found = [
        {
            "zaak": request.GET["zaak"],
            "informatieobject": shapes.document(document)["url"],
        }
        for document in (case or {}).get("documenten", [])
    ]
    return answer("zgw/documenten", _bsn(case), lambda _fault: as_json(found))


@require_GET
@guarded()
def status_types(request: HttpRequest) -> HttpResponseBase:
    if unknown := set(request.GET) - {"zaaktype", "page"}:
        return unknown_names(unknown)
    shapes = Shapes(request)
    kind = shapes.kind_of(request.GET.get("zaaktype", ""))
    rows = shapes.status_types(kind)[::-1] if kind else []
    return answer("zgw/catalogi", "", lambda fault: _page(request, rows, fault))


@require_GET
@guarded()
def document(request: HttpRequest, key: object) -> HttpResponseBase:
    case, found = _document(key)
    if found is None:
        return not_found()
    told = Shapes(request).document(found)
    return answer("zgw/documenten", _bsn(case), lambda _fault: as_json(told))


@require_GET
@guarded()
def download(request: HttpRequest, key: object) -> HttpResponseBase:
    case, found = _document(key)
    if found is None:
        return not_found()
    file = HttpResponse(paper(found["titel"]), content_type="application/pdf")
    return answer("zgw/documenten", _bsn(case), lambda _fault: file)


def _document(key: object) -> tuple[Tree | None, Tree | None]:
    for case in all_cases():
        for found in case.get("documenten", []):
            if found["uuid"] == str(key):
                return case, found
    return None, None


def _case_in(request: HttpRequest) -> Tree | None:
    key = request.GET.get("zaak", "").rsplit("/", 1)[-1]
    return next((case for case in all_cases() if case["uuid"] == key), None)


def _bsn(case: Tree | None) -> str:
    return str(case["bsn"]) if case else ""


def _page(request: HttpRequest, rows: list[Tree], fault: Fault) -> HttpResponse:
    number = int(request.GET.get("page", "1"))
    shown = rows[(number - 1) * PER_PAGE : number * PER_PAGE]
    query = request.GET.copy()
    query["page"] = str(number + 1)
    more = request.build_absolute_uri(f"{request.path}?{query.urlencode()}")
    found = {
        "count": len(rows),
        "next": more if number * PER_PAGE < len(rows) else None,
        "previous": None,
        "results": shown[: len(shown) // 2] if fault is Fault.PARTIAL else shown,
    }
    return as_json(with_markup(found) if fault is Fault.MARKUP else found)


def _tagged(request: HttpRequest, found: Tree, fault: Fault) -> HttpResponse:
    etag = quote_etag(key_of(json.dumps(found)).hex)
    if request.headers.get("If-None-Match") == etag:
        return HttpResponse(status=304, content_type=JSON)
    response = as_json(with_markup(found) if fault is Fault.MARKUP else found)
    response["ETag"] = etag
    return response
