"""Documents of cases: which there are, what they are, and the file itself."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse

from plein.api.asked import in_query, last_uuid
from plein.api.door import ApiRequest, reads
from plein.api.looks import CASES, note_looks, purpose_of
from plein.api.problems import Invalid, InvalidParam, NotAllowed, NotFound
from plein.api.zgw.addresses import Addresses
from plein.api.zgw.documents import MEDIA, informatieobject, relation
from plein.cases.models import Case
from plein.cases.rights import cases_for, may_see
from plein.documents.models import DocumentState
from plein.documents.opening import names_of, open_document
from plein.identity.application import Scope
from plein.inbox.models import Enclosure
from plein.inbox.models.enclosures import EnclosureQuerySet

OF_LIST = {"zaak": last_uuid, "informatieobject": last_uuid}


@reads(Scope.CASES)
def zaakinformatieobjecten(request: ApiRequest) -> list[dict[str, Any]]:
    """A plain list in this standard, of one zaak or of one document."""
    given, at = in_query(request, OF_LIST), Addresses(request)
    if not OF_LIST.keys() & given.keys():
        raise Invalid(InvalidParam("zaak", "required", "Vraag om één zaak, of één document."))
    papers = _papers()
    if "zaak" in given:
        papers = papers.filter(topic__case=given["zaak"])
    if "informatieobject" in given:
        papers = papers.filter(document=given["informatieobject"])
    allowed = cases_for(request.application, Scope.CASES)
    found = list(papers.filter(topic__case__in=allowed).newest_first())
    note_looks(request, [paper.document.resident_id for paper in found], [CASES])
    return [relation(paper, paper.topic.case, at) for paper in found]


@reads(Scope.CASES)
def zaakinformatieobject_of(request: ApiRequest, key: UUID) -> dict[str, Any]:
    paper, case = _found(request, _papers().filter(pk=key), Scope.CASES)
    note_looks(request, [paper.document.resident_id], [CASES])
    return relation(paper, case, Addresses(request))


@reads(Scope.DOCUMENTS)
def document(request: ApiRequest, key: UUID) -> dict[str, Any]:
    """Its name is opened, with a line in the log."""
    paper, case = _found(request, _papers().filter(document=key), Scope.DOCUMENTS)
    names = names_of(
        paper.document.resident,
        [paper.document],
        purpose=purpose_of(request.application),
        by=request.application.actor,
        at=request.now,
        case=case.number,
    )
    return informatieobject(paper.document, case, names[paper.document_id], Addresses(request))


@reads(Scope.DOCUMENTS)
def download(request: ApiRequest, key: UUID) -> HttpResponse:
    paper, case = _found(request, _papers().filter(document=key), Scope.DOCUMENTS)
    content = open_document(
        paper.document,
        purpose=purpose_of(request.application),
        by=request.application.actor,
        at=request.now,
        case=case.number,
    )
    answer = HttpResponse(content, content_type=MEDIA[paper.document.ending])
    answer.headers["Content-Disposition"] = "attachment"
    return answer


def _papers() -> EnclosureQuerySet:
    """Of cases, and found clean by a scanner."""
    clean = Enclosure.objects.filter(document__state=DocumentState.CLEAN, topic__case__isnull=False)
    return clean.select_related("document__resident", "topic__case__case_type")


def _found(request: ApiRequest, papers: EnclosureQuerySet, scope: Scope) -> tuple[Enclosure, Case]:
    """Raises `NotFound` and `NotAllowed`."""
    in_query(request, {})
    paper = papers.first()
    if paper is None:
        raise NotFound
    case: Case = paper.topic.case
    if not may_see(request.application, scope, case):
        raise NotAllowed("Deze applicatie heeft geen recht op dit document.")
    return paper, case
