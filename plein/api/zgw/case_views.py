"""Zaken: what there is, one of them, and looking for somebody's."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from plein.api.asked import asked, body_of, in_query, page_of
from plein.api.door import ApiRequest, reads
from plein.api.looks import CASES, note_looks
from plein.api.problems import NotAllowed, NotFound
from plein.api.zgw.addresses import Addresses
from plein.api.zgw.cases import with_parts, zaakeigenschap
from plein.api.zgw.expand import zaken as zaken_with
from plein.api.zgw.filters import IN_BODY, IN_QUERY, NOT_IN_A_URL, SHOWN, narrowed, readers
from plein.cases.models import Case
from plein.cases.rights import cases_for, may_see
from plein.identity.application import Scope


@reads(Scope.CASES, has_crs=True)
def zaken(request: ApiRequest) -> dict[str, Any]:
    return _page(request, in_query(request, readers(IN_QUERY), hints=NOT_IN_A_URL))


@reads(Scope.CASES, method="POST", has_crs=True)
def zoek(request: ApiRequest) -> dict[str, Any]:
    """The question stands in the body, so that no BSN ends up in an address."""
    page = in_query(request, {})
    return _page(request, {**asked(body_of(request), readers(IN_BODY)), **page})


@reads(Scope.CASES, has_crs=True)
def zaak(request: ApiRequest, key: UUID) -> dict[str, Any]:
    names = in_query(request, {"expand": SHOWN["expand"]}).get("expand", [])
    case = own_case(request, key)
    note_looks(request, [case.dossier.resident_id], [CASES])
    return zaken_with([case], names, Addresses(request))[0]


@reads(Scope.CASES)
def zaakeigenschappen(request: ApiRequest, key: UUID) -> list[dict[str, Any]]:
    case = own_case(request, key)
    note_looks(request, [case.dossier.resident_id], [CASES])
    return [zaakeigenschap(case, Addresses(request))]


@reads(Scope.CASES)
def zaakeigenschap_of(request: ApiRequest, key: UUID, property_key: UUID) -> dict[str, Any]:
    case = own_case(request, key)
    found = zaakeigenschap(case, Addresses(request))
    if found["uuid"] != property_key:
        raise NotFound
    note_looks(request, [case.dossier.resident_id], [CASES])
    return found


def own_case(request: ApiRequest, key: UUID) -> Case:
    """Raises `NotFound` and `NotAllowed`."""
    case = with_parts(Case.objects.filter(pk=key)).first()
    if case is None:
        raise NotFound
    demand_right(request, [case])
    return case


def demand_right(request: ApiRequest, cases: Iterable[Case]) -> None:
    if not all(may_see(request.application, Scope.CASES, case) for case in cases):
        raise NotAllowed("Deze applicatie heeft geen recht op deze zaak.")


def _page(request: ApiRequest, given: dict[str, Any]) -> dict[str, Any]:
    allowed = cases_for(request.application, Scope.CASES)
    rows = narrowed(with_parts(allowed), given, request.application)
    cases, page = page_of(request, rows, given.get("page", 1))
    note_looks(request, [case.dossier.resident_id for case in cases], [CASES])
    return {**page, "results": zaken_with(cases, given.get("expand", []), Addresses(request))}
