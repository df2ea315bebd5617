"""Catalogi: the types, each as a list of pages and one by one. Nothing personal, so no line."""

from collections.abc import Callable, Iterable
from typing import Any
from uuid import UUID

from plein.api.asked import day, in_query, last_uuid, one_of, page_of, text
from plein.api.door import ApiRequest, Guarded, reads
from plein.api.problems import NotFound
from plein.api.zgw import catalogue as shown
from plein.api.zgw.addresses import Addresses
from plein.api.zgw.catalogue import Published, published
from plein.identity.application import Scope

Shape = Callable[[Published, Addresses], Iterable[dict[str, Any]]]
STATES = ("alles", "definitief", "concept")
COMMON = {"status": one_of(STATES), "datumGeldigheid": day}
OF_TYPE = COMMON | {"zaaktype": last_uuid, "zaaktypeIdentificatie": text}
# Of resultaattypen this version of the standard writes the names with underscores.
OF_RESULT = {
    "zaaktype": last_uuid,
    "zaaktype_identificatie": text,
    "status": one_of(STATES),
    "datum_geldigheid": day,
}


def _one_zaaktype(of: Published, at: Addresses) -> list[dict[str, Any]]:
    return [shown.zaaktype(of, at)]


@reads(Scope.CATALOGUE)
def catalogussen(request: ApiRequest) -> dict[str, Any]:
    given = in_query(request, {"domein": text, "rsin": text})
    found = shown.catalogus(published(), Addresses(request))
    fits = all(found[name] == given[name] for name in ("domein", "rsin") if name in given)
    rows, page = page_of(request, [found] if fits else [], given.get("page", 1))
    return {**page, "results": rows}


@reads(Scope.CATALOGUE)
def catalogus(request: ApiRequest, key: UUID) -> dict[str, Any]:
    if key != shown.catalogue_id(request.municipality):
        raise NotFound
    return shown.catalogus(published(), Addresses(request))


def listing(shape: Shape, readers: dict[str, Callable[[Any], Any]]) -> Guarded:
    @reads(Scope.CATALOGUE)
    def types(request: ApiRequest) -> dict[str, Any]:
        given, at = in_query(request, readers), Addresses(request)
        found = [row for of in published() if _fits(of, given, request) for row in shape(of, at)]
        rows, page = page_of(request, found, given.get("page", 1))
        return {**page, "results": rows}

    return types


def one(shape: Shape) -> Guarded:
    @reads(Scope.CATALOGUE)
    def type_of(request: ApiRequest, key: UUID) -> dict[str, Any]:
        at = Addresses(request)
        for of in published():
            for row in shape(of, at):
                if row["url"].endswith(f"/{key}"):
                    return row
        raise NotFound

    return type_of


def _fits(of: Published, given: dict[str, Any], request: ApiRequest) -> bool:
    """All here is published; `concept` finds nothing."""
    moment = given.get("datumGeldigheid") or given.get("datum_geldigheid")
    identification = {"zaaktypeIdentificatie", "zaaktype_identificatie", "identificatie"}
    return (
        given.get("status") != "concept"
        and given.get("zaaktype", of.row.pk) == of.row.pk
        and all(given[name] == of.row.key for name in identification & given.keys())
        and given.get("catalogus", shown.catalogue_id(request.municipality))
        == shown.catalogue_id(request.municipality)
        and (moment is None or of.is_valid_on(moment))
    )


OF_CATALOGUE = COMMON | {"catalogus": last_uuid}
RESOURCES: dict[str, tuple[Shape, dict[str, Callable[[Any], Any]]]] = {
    "zaaktypen": (_one_zaaktype, OF_CATALOGUE | {"identificatie": text}),
    "statustypen": (shown.statustypen, OF_TYPE),
    "resultaattypen": (shown.resultaattypen, OF_RESULT),
    "roltypen": (shown.roltypen, OF_TYPE),
    "eigenschappen": (shown.eigenschappen, OF_TYPE),
    "informatieobjecttypen": (shown.informatieobjecttypen, OF_CATALOGUE),
}
