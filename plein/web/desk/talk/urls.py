"""The addresses of Berichten for staff."""

from django.urls import path

from plein.web.desk.talk import acts, talk, waiting

urlpatterns = [
    path("", waiting.index, name="desk-talks"),
    path("aanvraag/<uuid:case_id>/", acts.about_case, name="desk-talk-about-case"),
    path("<uuid:talk_id>/", talk.show, name="desk-talk"),
    path("<uuid:talk_id>/doorgeven/", acts.over, name="desk-talk-over"),
    path("<uuid:talk_id>/klaar/", acts.close, name="desk-talk-close"),
]
