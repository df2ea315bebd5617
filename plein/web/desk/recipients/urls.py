"""The addresses of the register of recipients, below the prefix of the desk."""

from django.urls import path

from plein.web.desk.recipients import admitting, index, use, use_new

urlpatterns = [
    path("", index.index, name="desk-recipients"),
    path("nieuw/", admitting.new, name="desk-recipient-new"),
    path("<uuid:recipient_id>/", index.show, name="desk-recipient"),
    path("<uuid:recipient_id>/doel/<slug:bundle>/", use_new.new, name="desk-use-new"),
    path("doel/<uuid:use_id>/", use.show, name="desk-use"),
    path("doel/<uuid:use_id>/goedkeuren/", use.approve, name="desk-use-approve"),
    path("doel/<uuid:use_id>/stoppen/", use.end, name="desk-use-end"),
]
