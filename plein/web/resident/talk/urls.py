"""The addresses of Berichten."""

from django.urls import path

from plein.web.resident.talk import asking, lists, talk

urlpatterns = [
    path("", lists.talks, name="talks"),
    path("nieuw/", asking.in_general, name="talk-new"),
    path("aanvraag/<uuid:case_id>/", asking.about_case, name="talk-about-case"),
    path("<uuid:talk_id>/", talk.talk, name="talk"),
    path("<uuid:talk_id>/ontvangen/", asking.received, name="talk-received"),
]
