from django.urls import path

from plein.gateways.simulators import brp, faults_door, inkomen, suwinet, vorderingen

urlpatterns = [
    path("brp/personen", brp.personen),
    path("brp/bewoningen", brp.bewoningen),
    path("suwinet/<str:service>", suwinet.service),
    path(
        "vorderingen/<str:organisation>/financial_claims_information_document",
        vorderingen.document,
    ),
    path("inkomen/inkomens", inkomen.inkomens),
    path("faults", faults_door.faults),
]
