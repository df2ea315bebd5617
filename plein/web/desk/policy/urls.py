"""Where staff try out policy."""

from django.urls import path

from plein.web.desk.policy import overview, runs
from plein.web.desk.policy.simulation import simulation

urlpatterns = [
    path("", overview.overview, name="desk-policy"),
    path("berekening/", runs.keep, name="desk-policy-keep"),
    path("berekening/<uuid:run_id>/", runs.show, name="desk-policy-run"),
    path("berekening/<uuid:run_id>/bestand.csv", runs.file, name="desk-policy-sheet"),
    path("<slug:target>/", simulation, name="desk-policy-try"),
    path("<slug:target>/voorbeeld.csv", overview.example, name="desk-policy-example"),
]
