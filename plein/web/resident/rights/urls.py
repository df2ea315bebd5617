"""The addresses of the rights, under Mijn gegevens."""

from django.urls import path

from plein.web.resident.rights import erasing, exports, reports

urlpatterns = [
    path("gegeven/<slug:key>/klopt-niet/", reports.report, name="vault-report"),
    path("meldingen/", reports.reports, name="reports"),
    path("meldingen/<uuid:correction_id>/", reports.show, name="report"),
    path("meldingen/<uuid:correction_id>/intrekken/", reports.withdraw, name="report-withdraw"),
    path("meldingen/<uuid:correction_id>/niet-eens/", reports.disagree, name="report-disagree"),
    path("meenemen/", exports.take_along, name="take-along"),
    path("meenemen/<uuid:export_id>/", exports.progress, name="take-along-file"),
    path("meenemen/<uuid:export_id>/zip/", exports.download, name="take-along-zip"),
    path("wissen/", erasing.forget, name="forget"),
    path("wissen/vragen/", erasing.ask, name="forget-ask"),
    path("wissen/intrekken/", erasing.withdraw, name="forget-withdraw"),
]
