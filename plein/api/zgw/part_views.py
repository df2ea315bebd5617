"""What hangs on zaken: statussen, resultaten and rollen, each as a list and one by one."""

from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet, Value

from plein.api.asked import in_query, last_uuid, one_of, page_of
from plein.api.door import ApiRequest, reads
from plein.api.looks import CASES, note_looks
from plein.api.problems import NotFound
from plein.api.zgw.addresses import Addresses, twin
from plein.api.zgw.case_views import demand_right, own_case
from plein.api.zgw.cases import outcome_of, resultaat, rol, roles_of, status, with_parts
from plein.api.zgw.catalogue import ROLES
from plein.api.zgw.filters import GENERIC_ROLES, WITH_ROLE
from plein.api.zgw.people import people_of
from plein.cases.models import Case, PhaseChange
from plein.cases.rights import cases_for
from plein.identity.application import Scope
from plein.journeys.phases import CLOSED

OF_CASE = {"zaak": last_uuid}


@reads(Scope.CASES)
def statussen(request: ApiRequest) -> dict[str, Any]:
    """Oldest first; a status can occur twice."""
    given = in_query(request, OF_CASE)
    rows = PhaseChange.objects.filter(case__in=_cases(request, given)).order_by("at", "pk")
    changes, page = page_of(request, rows, given.get("page", 1))
    cases = _in_full({change.case_id for change in changes})
    note_looks(request, [case.dossier.resident_id for case in cases.values()], [CASES])
    at = Addresses(request)
    return {**page, "results": [status(each, cases[each.case_id], at) for each in changes]}


@reads(Scope.CASES)
def status_of(request: ApiRequest, key: UUID) -> dict[str, Any]:
    change = PhaseChange.objects.filter(pk=key).first()
    if change is None:
        raise NotFound
    case = own_case(request, change.case_id)
    note_looks(request, [case.dossier.resident_id], [CASES])
    return status(change, case, Addresses(request))


@reads(Scope.CASES)
def resultaten(request: ApiRequest) -> dict[str, Any]:
    given = in_query(request, OF_CASE)
    ended = _cases(request, given).filter(phase__in=sorted(CLOSED))
    cases, page = page_of(
        request, with_parts(ended).order_by("filed_at", "pk"), given.get("page", 1)
    )
    note_looks(request, [case.dossier.resident_id for case in cases], [CASES])
    at, outcomes = Addresses(request), [(outcome_of(case), case) for case in cases]
    return {**page, "results": [resultaat(each, case, at) for each, case in outcomes if each]}


@reads(Scope.CASES)
def resultaat_of(request: ApiRequest, key: UUID) -> dict[str, Any]:
    """A decision has a row; that somebody stopped stands in the case itself."""
    rows = Case.objects.filter(Q(decisions=key) | Q(pk=twin(key, "resultaat")))
    case = with_parts(rows.distinct()).first()
    outcome = outcome_of(case) if case else None
    if case is None or outcome is None or outcome.key != key:
        raise NotFound
    demand_right(request, [case])
    note_looks(request, [case.dossier.resident_id], [CASES])
    return resultaat(outcome, case, Addresses(request))


@reads(Scope.CASES)
def rollen(request: ApiRequest) -> dict[str, Any]:
    given = in_query(request, OF_CASE | {"omschrijvingGeneriek": one_of(GENERIC_ROLES)})
    cases, asked_role = _cases(request, given), given.get("omschrijvingGeneriek")
    kinds = [
        cases.filter(where).annotate(role=Value(role)).values_list("filed_at", "pk", "role")
        for role, where in WITH_ROLE.items()
        if asked_role in (None, role)
    ]
    rows: Any = kinds[0].union(*kinds[1:], all=True) if kinds else []
    pairs, page = page_of(
        request, rows.order_by("filed_at", "pk", "role") if kinds else [], given.get("page", 1)
    )
    return {**page, "results": _rollen(request, [(key, role) for _at, key, role in pairs])}


@reads(Scope.CASES)
def rol_of(request: ApiRequest, key: UUID) -> dict[str, Any]:
    role_of = {twin(key, role): role for role in ROLES}
    case = Case.objects.filter(pk__in=role_of).select_related("case_type").first()
    if case is None or role_of[case.pk] not in roles_of(case):
        raise NotFound
    demand_right(request, [case])
    return _rollen(request, [(case.pk, role_of[case.pk])])[0]


def _rollen(request: ApiRequest, pairs: list[tuple[UUID, str]]) -> list[dict[str, Any]]:
    cases = Case.objects.select_related("case_type", "dossier__resident", "handler").in_bulk(
        [key for key, _role in pairs]
    )
    rows, roles = [cases[key] for key, _role in pairs], [role for _key, role in pairs]
    people, at = people_of(request, rows, roles), Addresses(request)
    return [rol(cases[key], role, people[key, role], at) for key, role in pairs]


def _cases(request: ApiRequest, given: dict[str, Any]) -> QuerySet[Case]:
    allowed = cases_for(request.application, Scope.CASES)
    return allowed.filter(pk=given["zaak"]) if "zaak" in given else allowed


def _in_full(keys: set[UUID]) -> dict[UUID, Case]:
    return with_parts(Case.objects.all()).in_bulk(keys)
