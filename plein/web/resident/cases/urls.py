"""The addresses of Aanvragen."""

from django.urls import path

from plein.web.resident.cases import apply, case, dossier, lists, papers, task

urlpatterns = [
    path("", lists.cases, name="cases"),
    path("nieuw/<slug:key>/", apply.apply, name="case-apply"),
    path("dossier/<uuid:dossier_id>/", dossier.dossier, name="dossier"),
    path("<uuid:case_id>/", case.case, name="case"),
    path("<uuid:case_id>/ontvangen/", apply.received, name="case-received"),
    path("<uuid:case_id>/stoppen/", case.stop, name="case-stop"),
    path("<uuid:case_id>/doen/<uuid:task_id>/", task.task, name="case-task"),
    path("<uuid:case_id>/doen/<uuid:task_id>/lukt-niet/", task.obstacle, name="case-obstacle"),
    path("<uuid:case_id>/doen/<uuid:task_id>/klaar/", task.done, name="case-task-done"),
    path("<uuid:case_id>/papier/<uuid:document_id>/", papers.download, name="case-paper"),
]
