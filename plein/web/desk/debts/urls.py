"""The addresses of paying back, for staff."""

from django.urls import path

from plein.web.desk.debts import index, one, receiving, remissions

urlpatterns = [
    path("", index.index, name="desk-debts"),
    path("ontvangen/", receiving.by_number, name="desk-debts-received"),
    path("ontvangen/<uuid:payment_id>/fout/", receiving.undo, name="desk-debt-undo"),
    path("nieuw/<uuid:award_id>/", index.new, name="desk-debt-new"),
    path("niet/<uuid:award_id>/", remissions.let_go, name="desk-let-go"),
    path("kwijt/<uuid:remission_id>/", remissions.one, name="desk-remission"),
    path("<uuid:debt_id>/", one.show, name="desk-debt"),
    path("<uuid:debt_id>/<slug:name>/", one.act, name="desk-debt-act"),
]
