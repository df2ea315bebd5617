"""Where other people's software comes in. No slash at the end, as the NL GOV API rules ask."""

from django.urls import URLPattern, path

from plein.api.apis import APIS, BUDGETS, CASES, CATALOGUE, DOCUMENTS, TASKS, Api
from plein.api.budgets import views as budgets
from plein.api.document_view import document
from plein.api.notifications import notifications
from plein.api.tasks import views as tasks
from plein.api.zgw import case_views, document_views, part_views, type_views

handler400 = "plein.api.problems.bad_request"
handler403 = "plein.api.problems.forbidden"
handler404 = "plein.api.problems.not_found"
handler500 = "plein.api.problems.broken"


def _at(api: Api, route: str, view: object) -> URLPattern:
    return path(f"{api.root.lstrip('/')}/{route}", view)  # type: ignore[call-overload,no-any-return]


PROPERTIES = "zaken/<uuid:key>/zaakeigenschappen"
ZAKEN = {
    "zaken": case_views.zaken,
    "zaken/_zoek": case_views.zoek,
    "zaken/<uuid:key>": case_views.zaak,
    PROPERTIES: case_views.zaakeigenschappen,
    f"{PROPERTIES}/<uuid:property_key>": case_views.zaakeigenschap_of,
    "zaakinformatieobjecten": document_views.zaakinformatieobjecten,
    "zaakinformatieobjecten/<uuid:key>": document_views.zaakinformatieobject_of,
    "statussen": part_views.statussen,
    "statussen/<uuid:key>": part_views.status_of,
    "resultaten": part_views.resultaten,
    "resultaten/<uuid:key>": part_views.resultaat_of,
    "rollen": part_views.rollen,
    "rollen/<uuid:key>": part_views.rol_of,
}
FILES = "enkelvoudiginformatieobjecten/<uuid:key>"
urlpatterns = [
    *(_at(api, "openapi.<slug:form>", document) for api in APIS),
    *(_at(CASES, route, view) for route, view in ZAKEN.items()),
    _at(CATALOGUE, "catalogussen", type_views.catalogussen),
    _at(CATALOGUE, "catalogussen/<uuid:key>", type_views.catalogus),
    *(
        _at(CATALOGUE, name, type_views.listing(shape, readers))
        for name, (shape, readers) in type_views.RESOURCES.items()
    ),
    *(
        _at(CATALOGUE, f"{name}/<uuid:key>", type_views.one(shape))
        for name, (shape, _readers) in type_views.RESOURCES.items()
    ),
    _at(DOCUMENTS, FILES, document_views.document),
    _at(DOCUMENTS, f"{FILES}/download", document_views.download),
    path("api/notificaties/v1", notifications),
    _at(TASKS, "context/zoek", tasks.zoek),
    _at(TASKS, "taken/<uuid:key>", tasks.one),
    _at(BUDGETS, "toekenningen", budgets.grant),
    _at(BUDGETS, "toekenningen/<path:reference>", budgets.one),
]
