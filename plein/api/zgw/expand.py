"""Relations along with a zaak, so that a page needs one call.

A relation that is not there is absent; a part of one comes only when the relation is named as well.
"""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from plein.api.zgw.addresses import Addresses
from plein.api.zgw.cases import last_change, outcome_of, resultaat, status, zaak
from plein.api.zgw.catalogue import Published, published, resultaattypen, statustypen, zaaktype
from plein.cases.models import Case

EXPANDABLE = ("zaaktype", "status", "status.statustype", "resultaat", "resultaat.resultaattype")


def zaken(cases: Iterable[Case], names: Iterable[str], at: Addresses) -> list[dict[str, Any]]:
    wanted = set(names)
    if not wanted:
        return [zaak(case, at) for case in cases]
    types = {each.row.pk: each for each in published()}
    return [{**zaak(case, at), "_expand": _expanded(case, wanted, types, at)} for case in cases]


def _expanded(
    case: Case, wanted: set[str], types: Mapping[UUID, Published], at: Addresses
) -> dict[str, Any]:
    of, found = types[case.case_type_id], {}
    if "zaaktype" in wanted:
        found["zaaktype"] = zaaktype(of, at)
    if "status" in wanted:
        found["status"] = status(last_change(case), case, at)
        if "status.statustype" in wanted:
            _add(found["status"], "statustype", statustypen(of, at))
    if "resultaat" in wanted and (outcome := outcome_of(case)):
        found["resultaat"] = resultaat(outcome, case, at)
        if "resultaat.resultaattype" in wanted:
            _add(found["resultaat"], "resultaattype", resultaattypen(of, at))
    return found


def _add(to: dict[str, Any], name: str, types: Iterable[dict[str, Any]]) -> None:
    to["_expand"] = {name: next(each for each in types if each["url"] == to[name])}
