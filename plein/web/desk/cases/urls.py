"""The addresses of aanvragen for staff."""

from django.urls import path

from plein.web.desk.cases import acts, case, papers, worklist

urlpatterns = [
    path("", worklist.index, name="desk-cases"),
    path("<uuid:case_id>/", case.show, name="desk-case"),
    path("<uuid:case_id>/vraag/", acts.ask, name="desk-case-ask"),
    path("<uuid:case_id>/besluit/", acts.decision, name="desk-case-decide"),
    path("<uuid:case_id>/waarom/<slug:name>/", acts.with_why, name="desk-case-why"),
    path("<uuid:case_id>/taak/<uuid:task_id>/<slug:name>/", acts.judge, name="desk-case-judge"),
    path("<uuid:case_id>/papier/<uuid:document_id>/", papers.download, name="desk-case-paper"),
    path("<uuid:case_id>/partner/", acts.partner, name="desk-case-partner"),
    path(
        "<uuid:case_id>/partner/<uuid:participation_id>/klaar/",
        acts.partner_out,
        name="desk-case-partner-out",
    ),
    path("<uuid:case_id>/<slug:name>/", acts.act, name="desk-case-act"),
]
