from django.urls import path

from plein.gateways.simulators import (
    brp,
    checkout,
    faults_door,
    inkomen,
    locatieserver,
    suwinet,
    vorderingen,
    zgw,
)

_ZAKEN = "zgw/zaken/api/v1"
_DOCUMENTEN = "zgw/documenten/api/v1/enkelvoudiginformatieobjecten"
urlpatterns = [
    path("brp/personen", brp.personen),
    path("brp/bewoningen", brp.bewoningen),
    path("suwinet/<str:service>", suwinet.service),
    path(
        "vorderingen/<str:organisation>/financial_claims_information_document",
        vorderingen.document,
    ),
    path("inkomen/inkomens", inkomen.inkomens),
    path(f"{_ZAKEN}/zaken/_zoek", zgw.search),
    path(f"{_ZAKEN}/zaken/<uuid:key>", zgw.zaak),
    path(f"{_ZAKEN}/statussen", zgw.statuses),
    path(f"{_ZAKEN}/zaakinformatieobjecten", zgw.links),
    path("zgw/catalogi/api/v1/statustypen", zgw.status_types),
    path(f"{_DOCUMENTEN}/<uuid:key>", zgw.document),
    path(f"{_DOCUMENTEN}/<uuid:key>/download", zgw.download),
    path("checkout/v1/payments", checkout.payments),
    path("checkout/v1/payments/<str:reference>", checkout.payment),
    path("checkout/v1/payments/<str:reference>/refunds", checkout.refunds),
    path("checkout/pay/<str:reference>", checkout.page),
    path("checkout/pay/<str:reference>/<slug:way>", checkout.choose),
    path("locatieserver/search/v3_1/free", locatieserver.free),
    path("faults", faults_door.faults),
]
