"""Where budgets are given: one by one, from a file, from a waiting list, by codes on letters."""

from django.urls import path

from plein.web.desk.grants import codes, filed, imports, pages, running, waiting

urlpatterns = [
    path("", pages.index, name="desk-grants"),
    path("voorbeeld.csv", imports.example, name="desk-import-example"),
    path("van/<uuid:period_id>/", pages.of_period, name="desk-grants-of"),
    path("van/<uuid:period_id>/nieuw/", pages.new, name="desk-grant-new"),
    path("van/<uuid:period_id>/bestand/", imports.upload, name="desk-grant-import"),
    path("van/<uuid:period_id>/bestand/ja/", filed.confirm, name="desk-import-confirm"),
    path("bestand/<uuid:file_id>/", filed.show, name="desk-grant-file"),
    path("van/<uuid:period_id>/wachtlijst/", waiting.index, name="desk-waiting"),
    path("van/<uuid:period_id>/wachtlijst/geef/", waiting.give, name="desk-waiting-give"),
    path("wachtlijst/<uuid:place_id>/eraf/", waiting.remove, name="desk-waiting-remove"),
    path("van/<uuid:period_id>/codes/", codes.index, name="desk-codes"),
    path("codes/<uuid:code_id>/intrekken/", codes.withdraw, name="desk-code-withdraw"),
    path("<uuid:grant_id>/", pages.show, name="desk-grant"),
    path("<uuid:grant_id>/stoppen/", pages.revoke, name="desk-grant-revoke"),
    path("<uuid:grant_id>/verhogen/", running.more, name="desk-grant-raise"),
    path("<uuid:grant_id>/stil/", running.block, name="desk-grant-block"),
    path("<uuid:grant_id>/verder/", running.unblock, name="desk-grant-unblock"),
]
