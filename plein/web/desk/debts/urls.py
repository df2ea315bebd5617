"""The addresses of paying back, for staff."""

from django.urls import path

from plein.web.desk.debts import index, one

urlpatterns = [
    path("", index.index, name="desk-debts"),
    path("nieuw/<uuid:award_id>/", index.new, name="desk-debt-new"),
    path("<uuid:debt_id>/", one.show, name="desk-debt"),
    path("<uuid:debt_id>/<slug:name>/", one.act, name="desk-debt-act"),
]
