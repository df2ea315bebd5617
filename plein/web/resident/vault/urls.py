"""The addresses of Mijn gegevens."""

from django.urls import include, path

from plein.web.resident.vault import collecting, hub, papers, statements, value

urlpatterns = [
    path("", hub.my_data, name="my-data"),
    path("delen/", include("plein.web.resident.sharing.urls")),
    path("ophalen/", collecting.start, name="vault-collect"),
    path("ophalen/<uuid:collection_id>/", collecting.progress, name="vault-collection"),
    path("over/<slug:name>/", hub.group, name="vault-group"),
    path("gegeven/<slug:key>/", value.value, name="vault-value"),
    path("gegeven/<slug:key>/papieren/", papers.papers, name="vault-papers"),
    path("papier/<uuid:paper_id>/", papers.download, name="vault-paper"),
    path("papier/<uuid:paper_id>/weg/", papers.remove, name="vault-paper-remove"),
    path("gegeven/<slug:key>/invullen/", statements.edit, name="vault-state"),
    path("gegeven/<slug:key>/intrekken/", statements.take_back, name="vault-state-back"),
]
