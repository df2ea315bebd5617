"""What can be asked of each interface: the table behind its description."""

from collections.abc import Iterable
from typing import NamedTuple

from plein.api.apis import BUDGETS, CASES, CATALOGUE, DOCUMENTS, TASKS, Api
from plein.api.zgw.filters import IN_QUERY, SHOWN
from plein.api.zgw.part_views import OF_CASE
from plein.api.zgw.type_views import RESOURCES

_GEMMA = "https://raw.githubusercontent.com/VNG-Realisatie/gemma-zaken/master/api-specificatie"
_ZRC = f"{_GEMMA}/zrc/current_version/openapi.yaml#/components/schemas"
_ZTC = f"{_GEMMA}/ztc/current_version/openapi.yaml#/components/schemas"
_DRC = f"{_GEMMA}/drc/current_version/openapi.yaml#/components/schemas"
_OWN = "#/components/schemas"


FILE = "bestand"  # an answer that is no JSON


class Operation(NamedTuple):
    path: str
    name: str
    says: str
    answer: str  # address of its schema
    query: tuple[str, ...] = ()
    body: str = ""  # address of the schema of a question that is posted
    is_array: bool = False
    has_crs: bool = False
    may_conflict: bool = False


def _list(path: str, schema: str, query: Iterable[str], says: str = "") -> Operation:
    return Operation(f"/{path}", f"{path}_list", says or f"De {path}.", schema, (*query, "page"))


def _one(path: str, schema: str, *, query: tuple[str, ...] = (), crs: bool = False) -> Operation:
    says = f"Eén van de {path}."
    return Operation(f"/{path}/{{uuid}}", f"{path}_read", says, schema, query, has_crs=crs)


_TYPES = {
    "zaaktypen": "ZaakType",
    "statustypen": "StatusType",
    "resultaattypen": "ResultaatType",
    "roltypen": "RolType",
    "eigenschappen": "Eigenschap",
    "informatieobjecttypen": "InformatieObjectType",
}
_PROPERTIES = "/zaken/{uuid}/zaakeigenschappen"
OPERATIONS: dict[Api, list[Operation]] = {
    CASES: [
        _list("zaken", f"{_ZRC}/PaginatedZaakList", [*IN_QUERY, *SHOWN])._replace(has_crs=True),
        Operation(
            "/zaken/_zoek",
            "zaken_zoek",
            "Zaken zoeken, ook met een BSN. Het BSN staat in de body en nooit in een adres.",
            f"{_ZRC}/PaginatedZaakList",
            ("page",),
            f"{_ZRC}/ZaakZoek",
            has_crs=True,
        ),
        _one("zaken", f"{_ZRC}/ZaakExpanded", query=("expand",), crs=True),
        Operation(
            _PROPERTIES,
            "zaakeigenschappen_list",
            "De eigenschappen van een zaak.",
            f"{_ZRC}/ZaakEigenschap",
            is_array=True,
        ),
        Operation(
            f"{_PROPERTIES}/{{eigenschapUuid}}",
            "zaakeigenschappen_read",
            "Eén eigenschap van een zaak.",
            f"{_ZRC}/ZaakEigenschap",
        ),
        Operation(
            "/zaakinformatieobjecten",
            "zaakinformatieobjecten_list",
            "De documenten van een zaak, of de zaak van een document.",
            f"{_ZRC}/ZaakInformatieObject",
            ("zaak", "informatieobject"),
            is_array=True,
        ),
        _one("zaakinformatieobjecten", f"{_ZRC}/ZaakInformatieObject"),
        _list("statussen", f"{_ZRC}/PaginatedStatusList", OF_CASE),
        _one("statussen", f"{_ZRC}/Status"),
        _list("resultaten", f"{_ZRC}/PaginatedResultaatList", OF_CASE),
        _one("resultaten", f"{_ZRC}/Resultaat"),
        _list("rollen", f"{_ZRC}/PaginatedRolList", [*OF_CASE, "omschrijvingGeneriek"]),
        _one("rollen", f"{_ZRC}/Rol"),
    ],
    CATALOGUE: [
        _list("catalogussen", f"{_ZTC}/PaginatedCatalogusList", ("domein", "rsin")),
        _one("catalogussen", f"{_ZTC}/Catalogus"),
        *(
            _list(path, f"{_ZTC}/Paginated{schema}List", RESOURCES[path][1])
            for path, schema in _TYPES.items()
        ),
        *(_one(path, f"{_ZTC}/{schema}") for path, schema in _TYPES.items()),
    ],
    DOCUMENTS: [
        _one("enkelvoudiginformatieobjecten", f"{_DRC}/EnkelvoudigInformatieObject"),
        Operation(
            "/enkelvoudiginformatieobjecten/{uuid}/download",
            "enkelvoudiginformatieobjecten_download",
            "Het bestand zelf.",
            FILE,
        ),
    ],
    TASKS: [
        Operation(
            "/context/zoek",
            "zoekContext",
            "De open taken van één inwoner. Het klantId is het BSN.",
            f"{_OWN}/ContextResultaat",
            body=f"{_OWN}/ContextQuery",
        ),
        Operation("/taken/{uuid}", "retrieveTaak", "Eén taak.", f"{_OWN}/Taak"),
    ],
    BUDGETS: [
        Operation(
            "/toekenningen",
            "kenToe",
            "Hoogstens 1.000 budgetten toekennen: allemaal, of geen.",
            f"{_OWN}/Toegekend",
            body=f"{_OWN}/Toekenningen",
            may_conflict=True,
        ),
        Operation(
            "/toekenningen/{kenmerk}",
            "retrieveToekenning",
            "Hoe het met een budget is, en wat er over is. Niet van wie het is.",
            f"{_OWN}/Toekenning",
            ("regelingperiode",),
        ),
    ],
}
