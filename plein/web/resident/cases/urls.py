"""The addresses of Aanvragen."""

from django.urls import include, path

from plein.web.resident.cases import apply, case, dossier, lists, papers, signing, task
from plein.web.resident.elsewhere import case as foreign
from plein.web.resident.elsewhere import lists as elsewhere

urlpatterns = [
    path("", lists.cases, name="cases"),
    path("nieuw/<slug:key>/", apply.apply, name="case-apply"),
    path("invullen/<uuid:application_id>/", include("plein.web.resident.intake.urls")),
    path("dossier/<uuid:dossier_id>/", dossier.dossier, name="dossier"),
    path("tekenen/<uuid:signature_id>/", signing.sign, name="sign"),
    path("tekenen/<uuid:signature_id>/niet/", signing.refuse, name="sign-refuse"),
    path("tekenen/<uuid:signature_id>/klaar/", signing.signed, name="signed"),
    path("elders/", elsewhere.elsewhere, name="elsewhere"),
    path("elders/<uuid:case_id>/", foreign.case, name="elsewhere-case"),
    path("elders/<uuid:case_id>/papier/<slug:key>/", foreign.paper, name="elsewhere-paper"),
    path("<uuid:case_id>/", case.case, name="case"),
    path("<uuid:case_id>/ontvangen/", apply.received, name="case-received"),
    path("<uuid:case_id>/stoppen/", case.stop, name="case-stop"),
    path("<uuid:case_id>/doen/<uuid:task_id>/", task.task, name="case-task"),
    path("<uuid:case_id>/doen/<uuid:task_id>/lukt-niet/", task.obstacle, name="case-obstacle"),
    path("<uuid:case_id>/doen/<uuid:task_id>/klaar/", task.done, name="case-task-done"),
    path("<uuid:case_id>/papier/<uuid:document_id>/", papers.download, name="case-paper"),
]
